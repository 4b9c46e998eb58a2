#pragma once

#include "intents/program_command.h"

namespace parlance::nlu {

// `parlance train [PACK] [--data FILE.tsv] [-o,--output MODEL] [--encoder DIR] [--seed N]`: trains an intent model on a
// pack's examples, or on a file of `label<TAB>text` lines, and writes it (default var/<pack or file
// name>.model). Without an encoder package the model stays at the lexical level, and a note says so.
ProgramCommand train_command();

// `parlance eval [--pack [PACK]] [--data TEST.tsv [--oos OOS.tsv] [--lang en]] [--model MODEL]
// [--baseline FILE.json] [--report FILE.html] [--reliability FILE.svg] [--robustness | --no-robustness]
// [--seed N] [--min-accuracy X]`: measures a model on the pack's held-out messages, language by language, or
// on labelled lines. Exits with `findings` when the accuracy is below --min-accuracy.
ProgramCommand eval_command();

// `parlance parse TEXT [--pack PACK] [--model MODEL] [--lang en]`: prints everything understood of one
// message. Without a trained model it works by keywords and says so.
ProgramCommand parse_command();

}  // namespace parlance::nlu
