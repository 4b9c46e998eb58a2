#pragma once

#include "intents/program_command.h"

namespace parlance::personalization {

// `parlance ingest FILE.ndjson`: counts a file of behaviour events into a data folder; `--dead-letters` and
// `--replay-dead` look at what was not counted.
ProgramCommand ingest_command();

}  // namespace parlance::personalization
