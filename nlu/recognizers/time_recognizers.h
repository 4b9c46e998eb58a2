#pragma once

#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// Days, times, periods, spans and sets in the terms of Recognizers-Text. Never fails; safe to call from
// several threads.
std::vector<Recognition> recognize_times(std::string_view text, TimePoint reference);

// The same with the day before the month: "3/4" is the 3rd of April.
std::vector<Recognition> recognize_times_day_first(std::string_view text, TimePoint reference);

}  // namespace parlance::nlu
