#pragma once

#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// Whether an answer says yes or no: the first such word or sign, for a person who says "yes" and then
// explains means yes. "not sure", "not ok" and "don't agree" say no.
std::vector<Recognition> recognize_booleans(std::string_view text, TimePoint reference);

}  // namespace parlance::nlu
