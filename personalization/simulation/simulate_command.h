#pragma once

#include "intents/program_command.h"

namespace parlance::personalization {

// `parlance simulate --customers N --days D --seed S [-o FILE.ndjson] [--labels FILE.csv] [--start DATE]`:
// the event stream of a made-up bank (docs/simulator.md), equal for equal options on every machine.
ProgramCommand simulate_command();

}  // namespace parlance::personalization
