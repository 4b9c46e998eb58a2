#pragma once

#include "intents/program_command.h"

namespace parlance::websocket {

// `parlance serve [PACK]`: the chat over WebSocket, the chat page and the HTTP surface, until SIGINT or
// SIGTERM. Exits with `usage` when the configuration or the pack is wrong, `io` when a file or the port
// cannot be opened.
ProgramCommand make_serve_command();

}  // namespace parlance::websocket
