#pragma once

#include "nlu/datetime/span_reader.h"

namespace parlance::nlu {

// A stretch of time: what `read_span` reads, and counts in fractions and signs beside it: "1/4h", "three
// quarters of an hour", "2'", "a pair of minutes", "2 and an half years", "two years & six months". Pure.
MaybeRead<TimeSpan> read_stretch(const TimeText& in, std::size_t at);

}  // namespace parlance::nlu
