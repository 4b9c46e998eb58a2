#pragma once

#include "dialogue/script_transport.h"
#include "intents/program_command.h"

namespace parlance::dialogue {

// `parlance test [PACK] [--scripts DIR_OR_FILE] [--filter TEXT] [--transport engine|websocket] [--model FILE]
// [--store memory|sqlite] [--junit FILE]`: plays the pack's scripted conversations (*.chat). Exits with
// `findings` when one fails or cannot be read, with `usage` when there is none to play. websocket: the
// transport of that name, made by the layer that has sockets; may be empty.
ProgramCommand make_test_command(ScriptTransport websocket);

}  // namespace parlance::dialogue
