#pragma once

#include <string_view>
#include <vector>

#include "nlu/datetime/time_text.h"

namespace parlance::nlu {

using MaybeExpression = std::optional<TimeExpression>;

// Each reads what starts at token `at` and fills begin and end. Pure; safe to call from several threads.

// Days and periods from one to another: "from May 5 to 9", "2014-2018", "3 days starting from next monday".
MaybeExpression read_day_range(const TimeText& in, std::size_t at);

// A day with a time, a part of the day or a range of times, in either order; "now", "in 5 minutes",
// "next hour", "end of the day", "from 2pm till tomorrow 4:30pm".
MaybeExpression read_day_and_time(const TimeText& in, std::size_t at);
MaybeExpression read_instant(const TimeText& in, std::size_t at);
MaybeExpression read_instant_range(const TimeText& in, std::size_t at);

// Sides of a value: "before 2018", "since august", "after 2:00", "3 pm or later", "around 1pm", "> 2019".
MaybeExpression read_bounded(const TimeText& in, std::size_t at);

// "every friday", "3pm each day", "weekly", "tuesdays at 9am", "every other day", "one a day".
MaybeExpression read_recurring(const TimeText& in, std::size_t at);

// False for a token that no words of time begin with. Numbers may, and "<" and ">".
bool may_begin(const TimeText& in, std::size_t at);

// The longest expression of any kind.
MaybeExpression read_expression(const TimeText& in, std::size_t at);

// All of a text's expressions in order, none overlapping. Linear in the text.
// Method: every token is tried as a beginning; small readers for days, times, periods and spans, which keep
// all they may mean, are combined as duckling and Recognizers-Text do; the longest combination wins.
std::vector<TimeExpression> read_expressions(const TimeText& in);

}  // namespace parlance::nlu
