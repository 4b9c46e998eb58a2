#pragma once

#include <string_view>

#include "nlu/datetime/span_reader.h"
#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// A stretch of time in duckling's terms: whole "value" and "unit", the largest unit that all its parts are
// whole numbers of: "an hour and a half" is 90 minutes, "2 years 3 months" 27 months, a fortnight two weeks.
Resolution duration_terms(const TimeSpan& span);

std::string_view grain_name(Grain grain);  // "second" .. "year"; a weekend counts as a week

}  // namespace parlance::nlu
