#pragma once

#include <string>

#include "nlu/datetime/day_arithmetic.h"
#include "nlu/datetime/time_text.h"

namespace parlance::nlu {

// One end of a range of days, with the days it may stand for.
struct RangeEnd {
    std::string timex;
    Day past{};
    Day future{};
    Grain grain = Grain::day;  // of a whole period its first day is the end
    bool whole = true;         // not a part of its period
    bool open_year = false;    // its month was said, its year not
    bool said_year = false;
};

// Two ends that fit each other: a year said at one is the other's, and the first is not behind the last in
// the past, the future, or both.
struct SaidDayRange {
    RangeEnd first;
    RangeEnd last;
};

// "from May 5 to 9", "2014-2018", "next week from Wednesday to Friday", what starts at token `at`. Pure.
MaybeRead<SaidDayRange> read_said_range(const TimeText& in, std::size_t at);

}  // namespace parlance::nlu
