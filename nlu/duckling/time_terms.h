#pragma once

#include <optional>

#include "nlu/datetime/time_value.h"
#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// An expression in duckling's terms, of all its senses the next one from `now`; parts of the day, weekends
// and seasons have duckling's limits (a morning from midnight to noon, a weekend from Friday at 18). Nothing
// for durations, recurring sets and what is not resolved.
std::optional<Resolution> time_terms(const TimeExpression& expression, Instant now);

}  // namespace parlance::nlu
