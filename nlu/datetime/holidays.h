#pragma once

#include <string_view>

#include "nlu/datetime/time_text.h"

namespace parlance::nlu {

// A holiday: a fixed day, the so-manieth weekday of a month, or days from Easter Sunday.
struct Holiday {
    enum class Rule { fixed, weekday, easter } rule;
    int month;       // of fixed and weekday
    int day;         // fixed: of the month; weekday: 1-4, or -1 the last; easter: days behind
    int weekday;     // of weekday: 1 Monday - 7 Sunday
    int offset = 0;  // days behind what the rule gives
};

// "Christmas", "new year's eve", "labor day", "easter"; the United States' and the Christian ones. Pure.
MaybeRead<Holiday> read_holiday(const TimeText& in, std::size_t at);

// True for the first word of a holiday's name.
bool may_begin_holiday(std::string_view word);

// Its day in a year of the Gregorian calendar.
Day day_of_holiday(const Holiday& holiday, int year);

}  // namespace parlance::nlu
