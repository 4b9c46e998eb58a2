#pragma once

#include "dialogue/script_transport.h"

namespace parlance::websocket {

// Plays scripts over a real WebSocket: a server on a free loopback port around the stage's engine, and a
// client. What the script sees is what the analysis and message frames say.
dialogue::ScriptTransport websocket_transport();

}  // namespace parlance::websocket
