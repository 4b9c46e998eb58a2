#pragma once

#include <optional>
#include <string_view>

#include "nlu/datetime/day_arithmetic.h"
#include "nlu/datetime/time_text.h"

namespace parlance::nlu {

// English words of time; all take folded words.

std::optional<unsigned> month_word(std::string_view word);  // 1-12
struct WeekdayWord {
    unsigned weekday;  // 1 Monday - 7 Sunday
    bool plural;
};
std::optional<WeekdayWord> weekday_word(std::string_view word);

// A unit of time: so many of a grain ("fortnight": two weeks, "decade": ten years).
struct UnitWord {
    Grain grain;
    int count = 1;
    bool plural = false;
};
std::optional<UnitWord> unit_word(std::string_view word);

// "next", "last", "this" and their like. `near` ones mean the closest such day ("upcoming friday", "past
// friday"), the others the one of the next or last week.
struct ShiftWord {
    int shift;
    bool near = false;
};
std::optional<ShiftWord> shift_word(std::string_view word);

// A part of the day: its TIMEX code and hours.
struct DayPart {
    std::string_view code;
    int from_hour;
    int to_hour;  // 24 for the last second of the day
    std::string_view modifier = "";
};
std::optional<DayPart> day_part_word(std::string_view word);

std::optional<std::string_view> season_word(std::string_view word);  // "SP", "SU", "FA", "WI"

// True when words of time may begin with this word: most words of a message need no further look.
bool may_begin_time(std::string_view word);

}  // namespace parlance::nlu
