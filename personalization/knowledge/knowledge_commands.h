#pragma once

#include "intents/program_command.h"

namespace parlance::personalization {

// `parlance search "question" [--pack DIR] [--language en] [-n 3]`: the passages of the pack's pages and
// articles that fit best today, with how well they do. 1 when nothing is found.
ProgramCommand search_command();

// `parlance eval knowledge --data questions.tsv [--pack DIR]`: how often the right page is found, and what
// each limit of coverage would answer rightly and wrongly.
ProgramCommand eval_knowledge_command();

}  // namespace parlance::personalization
