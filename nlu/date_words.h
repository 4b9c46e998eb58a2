#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "nlu/calendar_periods.h"

namespace parlance::nlu {

// German words of the calendar (the English ones are in nlu/datetime/time_lexicon.h); all take folded words.
// A point behind a short form is a token of its own and not seen here.

// 1-12, for "november", "nov", "maerz".
std::optional<unsigned> month_named(std::string_view word);

std::optional<std::chrono::weekday> weekday_named(std::string_view word);

// "woche", "wochenende", "monat", "quartal", "jahr" and their inflections.
std::optional<Period> period_named(std::string_view word);

// How far "naechste", "letzte" or "diese" moves a period: 1, -1, 0.
std::optional<int> shift_named(std::string_view word);

// Days from today for "heute", "morgen", "gestern" and the like.
std::optional<int> day_offset_named(std::string_view word);

// True for verbs that tell of the past ("spent", "was", "bezahlt"): a date without a year is then a past one.
// In English unless `language` is "de".
bool tells_of_past(std::string_view word, std::string_view language);

}  // namespace parlance::nlu
