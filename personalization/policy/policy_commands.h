#pragma once

#include "intents/program_command.h"

namespace parlance::personalization {

// `parlance eval policy --log FILE.csv [--reward C] [--action C] [--propensity C] [--control ACTION] ...`:
// what a policy, and every fixed action, would have earned on logged decisions.
ProgramCommand eval_policy_command();

// `parlance eval uplift --data FILE.csv --treatment C --outcome C [--treated V] [--control V] [--drop
// C,...]`: what choosing whom to treat gains, measured in a randomised trial.
ProgramCommand eval_uplift_command();

}  // namespace parlance::personalization
