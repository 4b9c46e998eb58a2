#pragma once

#include "intents/calendar_date.h"
#include "nlu/datetime/time_text.h"

namespace parlance::nlu {

// The day, or the days, that a customer most likely means.
struct MeantDays {
    DateRange range;  // both ends included; of a day both are the day
    bool is_day = true;
    bool is_sure = true;  // false: the past and the future were open
};

// Reads days and periods as a conversation needs them, from what starts at token `at`: one meaning, the
// next such days, or the last when the message tells of the past (`of_past`). "In 2 weeks" and "the last 3
// months" count today in, "end of may" is its last day, "from May to July" ends with July, "since may" ends
// today, and a lone year or fraction is no date. Pure; safe to call from several threads.
MaybeRead<MeantDays> read_meant_days(const TimeText& in, std::size_t at, bool of_past);

}  // namespace parlance::nlu
