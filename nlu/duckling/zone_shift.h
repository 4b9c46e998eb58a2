#pragma once

#include "nlu/datetime/time_text.h"
#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// Brings a clock behind which a zone is named ("4pm CET") to the corpora's, two hours west of UTC, and moves
// the end behind the zone; then it is told to the minute. Other readings stay as they are. Pure.
void shift_to_zone(const TimeText& in, Read<Resolution>& moment);

}  // namespace parlance::nlu
