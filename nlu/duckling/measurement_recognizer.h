#pragma once

#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// English measurements: "7 feet and 10 inches", "half a litre", "37 \u00b0C", "two cups of sugar", with what
// `read_amounts` reads around them. Pure; safe to call from several threads.
std::vector<Recognition> recognize_distances(std::string_view text, TimePoint reference);
std::vector<Recognition> recognize_volumes(std::string_view text, TimePoint reference);
std::vector<Recognition> recognize_temperatures(std::string_view text, TimePoint reference);
std::vector<Recognition> recognize_quantities(std::string_view text, TimePoint reference);

}  // namespace parlance::nlu
