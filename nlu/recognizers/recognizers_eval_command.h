#pragma once

#include "intents/program_command.h"

namespace parlance::nlu {

// `parlance eval recognizers --specs DIR [--reference]`: measures the recognisers on spec files of
// Recognizers-Text, one line a model; --reference prints what Microsoft's JavaScript recognisers reach.
ProgramCommand recognizers_eval_command();

}  // namespace parlance::nlu
