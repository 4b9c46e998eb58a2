#pragma once

#include "nlu/datetime/time_text.h"
#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// Times of the day in words that need no other: "15h", "3h18" (hours of the whole day), "3ish pm", "3 in the
// am", "half three", "15 to noon", "8 tonight", "eight this evening": the next such time from now; "late
// tonight", "tomorrow at lunch": the hours. Pure.
MaybeRead<Resolution> read_clock_phrase(const TimeText& in, std::size_t at);

}  // namespace parlance::nlu
