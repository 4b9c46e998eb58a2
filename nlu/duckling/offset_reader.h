#pragma once

#include "nlu/datetime/time_text.h"
#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// Moments counted from others, as duckling tells them: "2 hours after midnight", "one year after christmas"
// (the next such, to a grain below the year), "the day before christmas" (to the day). Pure; safe to call
// from several threads.
MaybeRead<Resolution> read_offset(const TimeText& in, std::size_t at);

}  // namespace parlance::nlu
