#pragma once

#include "intents/program_command.h"

namespace parlance::dialogue {

// `parlance chat [PACK] [--customer C001] [--lang en] [--model FILE] [--debug]`: a conversation with the pack
// as a customer of its demo bank, in memory. Suggested actions are numbered: "2" takes the second. /state
// shows the open flow, /why what the last reply rests on, /reset begins anew, /quit (or the end of the input)
// ends with `ok`. With --json every reply is one line of JSON.
ProgramCommand make_chat_command();

}  // namespace parlance::dialogue
