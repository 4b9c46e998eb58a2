#pragma once

#include "intents/program_command.h"

namespace parlance::nlu {

// `parlance eval sentiment [--pack [PACK]] [--data TEST.tsv [--lang en]] [--model MODEL]`: measures labels
// and emotions on the pack's held-out lines, language by language, or the classes of lines `label<TAB>text`.
ProgramCommand sentiment_eval_command();

}  // namespace parlance::nlu
