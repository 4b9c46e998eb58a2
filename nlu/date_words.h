#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "nlu/calendar_periods.h"

namespace parlance::nlu {

// Words of the calendar in English and German ("de"); all take folded words. A point behind a short form is
// a token of its own and not seen here.

// 1-12, for "november", "nov", "maerz".
std::optional<unsigned> month_named(std::string_view word, std::string_view language);

// True for names that mean something else as often: "may", "march", "sun", "sat". They count only beside
// another word of the calendar.
bool is_doubtful_name(std::string_view word, std::string_view language);

std::optional<std::chrono::weekday> weekday_named(std::string_view word, std::string_view language);

// "week", "weekend", "month", "quarter", "year" and their inflections.
std::optional<Period> period_named(std::string_view word, std::string_view language);

// How far "next", "last" or "this" moves a period: 1, -1, 0.
std::optional<int> shift_named(std::string_view word, std::string_view language);

// Days from today for "today", "tomorrow", "yesterday" and the like.
std::optional<int> day_offset_named(std::string_view word, std::string_view language);

// True for verbs that tell of the past ("spent", "was", "bezahlt"): a date without a year is then a past one.
bool tells_of_past(std::string_view word, std::string_view language);

}  // namespace parlance::nlu
