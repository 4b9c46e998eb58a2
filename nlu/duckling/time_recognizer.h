#pragma once

#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// Moments and stretches of time as duckling tells them: each the next one that fits, with its grain. "value"
// and "grain" of a moment or of a calendar unit ("next week"); "from" and "to", which is the first moment
// behind, of the others. Durations and recurring sets are no moments. Pure; safe to call from several
// threads.
std::vector<Recognition> recognize_moments(std::string_view text, TimePoint reference);

}  // namespace parlance::nlu
