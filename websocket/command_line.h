#pragma once

#include <vector>

#include "intents/program_command.h"

namespace parlance::websocket {

// Runs the command that the command line names. Every command also gets --json. Wrong usage is told on
// streams.notes, with the nearest right word, and gives ExitCode::usage.
ExitCode run_command_line(int argc, const char* const* argv, const std::vector<ProgramCommand>& commands,
                          const CommandStreams& streams);

}  // namespace parlance::websocket
