#pragma once

#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// Numbers, places in an order, stretches of time and money in duckling's terms: see duckling_sections. Pure;
// safe to call from several threads.
std::vector<Recognition> recognize_numerals(std::string_view text, TimePoint reference);
std::vector<Recognition> recognize_places(std::string_view text, TimePoint reference);
std::vector<Recognition> recognize_durations(std::string_view text, TimePoint reference);
std::vector<Recognition> recognize_money(std::string_view text, TimePoint reference);

}  // namespace parlance::nlu
