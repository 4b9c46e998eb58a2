#pragma once

#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// Places in an order: "21st", "one hundred twenty-fifth" (type "ordinal"), and places counted from the end or
// from where one is: "last", "next one", "the one before the last one" (type "ordinal.relative").
std::vector<Recognition> recognize_ordinals(std::string_view text, TimePoint reference);

// The first kind only.
std::vector<Recognition> recognize_plain_ordinals(std::string_view text, TimePoint reference);

}  // namespace parlance::nlu
