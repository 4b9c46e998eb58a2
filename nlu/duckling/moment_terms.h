#pragma once

#include "nlu/datetime/day_arithmetic.h"
#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// Moments in duckling's terms: "value" and "grain", or "from", "to" (the first moment behind) and "grain".
Resolution value_terms(Instant at, Grain grain);
Resolution range_terms(Instant from, Instant to, Grain grain);

}  // namespace parlance::nlu
