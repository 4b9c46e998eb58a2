#pragma once

#include "nlu/datetime/time_text.h"
#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// Stretches of time that one end and now, or one end and a length, bound:
//
// - "within 2 weeks", "by 2pm", "by the end of the month": from now on;
// - "from tomorrow", "after 5 days": with an open end;
// - "18th dec for 10 days", "for 30 min starting from 16:00": the length and the unit that it ends in;
// - "after lunch", "after work", "after school".
//
// Pure; safe to call from several threads.
MaybeRead<Resolution> read_bounded_stretch(const TimeText& in, std::size_t at);

}  // namespace parlance::nlu
