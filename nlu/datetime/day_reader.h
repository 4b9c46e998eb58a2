#pragma once

#include <string>

#include "nlu/datetime/day_arithmetic.h"
#include "nlu/datetime/time_text.h"

namespace parlance::nlu {

// A day as it was said, with the days it may stand for: the last such one before now, and the next. Both are
// the same where the words leave no choice.
struct SaidDay {
    std::string timex;
    Day past{};
    Day future{};
    bool exists = true;   // false: "feb 30"
    unsigned month = 0;   // of a day said with its month but no year, else 0
    unsigned number = 0;  // of the month, where it was said
    bool is_definite() const { return past == future; }
};

// Values that the readers build. `in.now` decides between past and future.
SaidDay definite_day(Day day);
SaidDay day_in_year(int year, unsigned month, unsigned number);
SaidDay day_without_year(const TimeText& in, unsigned month, unsigned number);
SaidDay day_without_month(const TimeText& in, unsigned number);
SaidDay weekday_without_week(const TimeText& in, unsigned weekday);

// Each reads what starts at token `at`. Pure; safe to call from several threads.

// "2019-01-04", "1/22/2016", "22/04", "Sep-23-2020", "2016 10 16"; `loose`: also "7.6" and "6-15", beside a
// weekday or inside a range.
MaybeRead<SaidDay> read_numeric_day(const TimeText& in, std::size_t at, bool loose);

// "Jan 4th, 2019", "the ninth of May", "25 january nineteen eighty six", "Christmas 2020", "last easter".
MaybeRead<SaidDay> read_month_day(const TimeText& in, std::size_t at);
MaybeRead<SaidDay> read_holiday_day(const TimeText& in, std::size_t at);

// "friday", "next friday", "tue may 9", "monday 21", "wednesday next week", "first monday of next month".
MaybeRead<SaidDay> read_weekday(const TimeText& in, std::size_t at);

// "today", "the day after tomorrow", "3 days ago", "in two weeks", "two weeks before Christmas", "the 18th".
MaybeRead<SaidDay> read_relative_day(const TimeText& in, std::size_t at);

// The longest of them all.
MaybeRead<SaidDay> read_day(const TimeText& in, std::size_t at);

// One that needs no counting from another day: what "3 days before" may stand before.
MaybeRead<SaidDay> read_anchor_day(const TimeText& in, std::size_t at);

// True for names that are other words as often ("may", "march", "sun", "sat", "second").
bool is_doubtful_alone(std::string_view word);

}  // namespace parlance::nlu
