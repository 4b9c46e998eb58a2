#pragma once

#include "intents/program_command.h"

namespace parlance::dialogue {

// `parlance validate [PACK] [--strict]`: everything wrong with a pack in one run, and the scripts in its
// tests/ folder. Exits with `findings` on errors; with --strict also on warnings. Needs no trained model.
ProgramCommand make_validate_command();

}  // namespace parlance::dialogue
