#pragma once

#include "intents/program_command.h"

namespace parlance::nlu {

// `parlance eval duckling FILE.jsonl [--json]`: measures the recognisers on duckling's corpora, one line a
// section and one for all. `parse_duckling_corpus` says what the file holds. Lines that are bad are found
// with file:line and left out of the measures; the exit code tells that there were any.
ProgramCommand duckling_eval_command();

}  // namespace parlance::nlu
