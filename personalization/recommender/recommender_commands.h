#pragma once

#include "intents/program_command.h"

namespace parlance::personalization {

// `parlance eval content --train FILE [--test FILE | --holdout 0.2] [--items FILE] [--links FILE] ...`:
// measures recommenders on who liked what, by full ranking, beside popularity and random.
ProgramCommand eval_content_command();

// `parlance train content --events FILE`: a model of what to read next, for the server and the framework.
ProgramCommand train_content_command();

}  // namespace parlance::personalization
