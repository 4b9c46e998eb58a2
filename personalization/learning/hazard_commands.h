#pragma once

#include <vector>

#include "intents/program_command.h"

namespace parlance::personalization {

// `parlance train life-events --events FILE.ndjson --labels FILE.csv`: hazards of life events over the
// behaviour of a bank's customers, for horizons of 30, 90 and 365 days.
ExitCode run_train_hazards(const CommandArguments& arguments, const CommandStreams& streams);

// `parlance eval life-events --events ... --labels ...`: the same, measured on customers kept apart, beside
// the hand-set rules.
ExitCode run_eval_hazards(const CommandArguments& arguments, const CommandStreams& streams);

// The options that say which lives and which events both `life-events` commands are about, then `more`.
std::vector<CommandOption> with_life_options(std::vector<CommandOption> more);

}  // namespace parlance::personalization
