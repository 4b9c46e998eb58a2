#pragma once

#include <string_view>

#include "nlu/datetime/span_reader.h"
#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// The same stretch in the largest unit that all its parts are whole numbers of: "an hour and a half" is 90
// minutes, "2 years 3 months" 27 months, a fortnight fourteen days.
TimeSpan in_whole_units(const TimeSpan& span);

// A stretch of time in duckling's terms: "value" and "unit" of its whole units.
Resolution duration_terms(const TimeSpan& span);

std::string_view grain_name(Grain grain);  // "second" .. "year"; a weekend counts as a week

}  // namespace parlance::nlu
