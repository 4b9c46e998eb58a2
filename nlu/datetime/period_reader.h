#pragma once

#include <string>
#include <vector>

#include "nlu/datetime/day_arithmetic.h"
#include "nlu/datetime/time_text.h"

namespace parlance::nlu {

// Days in a row as they were said ("April", "next week", "the 1990s"), with what they may stand for: the last
// such days and the next. Both are the same where the words leave no choice.
struct SaidPeriod {
    std::string timex;
    DaySpan past{};
    DaySpan future{};
    Grain grain = Grain::day;  // what it is one of, or made of
    bool resolved = true;      // false: "summer", whose days differ from place to place
    std::string modifier;      // "start", "mid", "end", "ref_undef", or ""
    unsigned month = 0;        // of a month said without its year
    std::vector<Day> days;     // business days, one by one
    bool counted = false;      // "last 3 months": days counted from today, not those of a calendar
    bool in_numbers = false;   // "2000": said by its number, not counted from now
};

SaidPeriod definite_period(std::string timex, DaySpan days, Grain grain);
// "(first,end,P3M)": a period that has no TIMEX of its own.
SaidPeriod spelled_period(DaySpan days, const std::string& duration, Grain grain);
SaidPeriod month_period(int year, unsigned month);
SaidPeriod month_without_year(const TimeText& in, unsigned month);

// Each reads what starts at token `at`. Pure; safe to call from several threads.

// "April 2017", "12-2015", "2008", "cy18", "the 1990s", "15th century", "2017 q1", "first half of 2019".
MaybeRead<SaidPeriod> read_named_period(const TimeText& in, std::size_t at);

// "this week", "the month", "last 3 months", "5 upcoming years", "next 4 business days", "the week after
// next".
MaybeRead<SaidPeriod> read_relative_period(const TimeText& in, std::size_t at);

// "the last week of july", "week 10", "w/c Feb 4", "halloween weekend", "first ten days of last year".
MaybeRead<SaidPeriod> read_week_period(const TimeText& in, std::size_t at);

// All of them, and their parts: "mid-november", "end of 1989", "later this week".
MaybeRead<SaidPeriod> read_period(const TimeText& in, std::size_t at);

}  // namespace parlance::nlu
