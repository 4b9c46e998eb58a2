#pragma once

#include "nlu/datetime/span_reader.h"
#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// Moments counted in units from now, as duckling tells them:
//
// - "in 3 days", "2 weeks ago", "5 minutes from now": the moment, its grain one below the unit's;
// - "next 3 weeks", "last 2 months", "past 24 hours": from and to on the unit's own limits, now's unit left
// out.
//
// Pure; safe to call from several threads.
MaybeRead<Resolution> read_cycle(const TimeText& in, std::size_t at);

// A moment cut to the grain.
Resolution moment_terms(Instant at, Grain grain);

// What a moment counted in the span's smallest whole unit is told to: days to the hour, weeks and months to
// the day.
Grain grain_below(const TimeSpan& span);

// The moment so much later than now, to a grain below the smallest unit of the span.
Resolution moment_after(const TimeText& in, const TimeSpan& span);

}  // namespace parlance::nlu
