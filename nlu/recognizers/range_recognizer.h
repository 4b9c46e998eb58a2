#pragma once

#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// Ranges of numbers: "between 20 and 30", "20 through 100", "more than 30", "five hundred or less", "above
// 1000 and below 1500". Value: the interval, "[20,30)"; an end that is not said stays empty: "(30,)".
std::vector<Recognition> recognize_ranges(std::string_view text, TimePoint reference);

}  // namespace parlance::nlu
