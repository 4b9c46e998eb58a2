#pragma once

#include <chrono>
#include <string>

#include "nlu/datetime/time_lexicon.h"
#include "nlu/datetime/time_text.h"

namespace parlance::nlu {

// A time of day as it was said.
struct ClockTime {
    int hour = 0;
    int minute = 0;
    int second = 0;
    bool has_minute = false;
    bool has_second = false;
    bool ambiguous = false;  // may be twelve hours later
    bool firm = true;        // false: only a number, a time beside a day or another time

    std::chrono::seconds since_midnight() const {
        return std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second);
    }
    std::string timex() const;     // "T09", "T09:30", "T09:30:15"
    ClockTime later_half() const;  // twelve hours on, no longer ambiguous
    ClockTime settled() const;     // as it stands, no longer ambiguous
};

// What starts at token `at`. Pure; safe to call from several threads.

// "8:00am", "0730", "nine thirty", "half past seven", "quarter to 5", "7 o'clock", "noon", "8 in the
// evening", "in the morning at 7", "at 6.45"; "at" belongs to it only where it makes the time firm.
MaybeRead<ClockTime> read_clock(const TimeText& in, std::size_t at);

// "in the morning", "late afternoon", "early in the evening", "later in the afternoon", "lunchtime".
MaybeRead<DayPart> read_day_part(const TimeText& in, std::size_t at);

}  // namespace parlance::nlu
