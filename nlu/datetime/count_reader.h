#pragma once

#include "nlu/datetime/time_text.h"

namespace parlance::nlu {

// Small whole numbers as dates and times need them. Each reads what starts at token `at`, or nothing. Pure.

// "7", "07", "seven", "twenty-one", "forty three": up to 9999, digits without separators.
MaybeRead<int> read_cardinal(const TimeText& in, std::size_t at);

// "3rd", "third", "twenty-first", "thirty first": 1-99.
MaybeRead<int> read_ordinal(const TimeText& in, std::size_t at);

// "2026", "nineteen ninety six", "twenty nineteen", "two thousand and fifteen": 1500-2199.
MaybeRead<int> read_year(const TimeText& in, std::size_t at);

// A year that follows a month: also ", 2026", "of 2026", "in 2026", "'26", "of 87".
MaybeRead<int> read_year_behind(const TimeText& in, std::size_t at);

// Two-digit years: 70-99 and 40-69 are of the last century, 0-29 of this; between them it is open.
std::optional<int> full_year(int two_digits);

// True when the token's digits are so many and there is nothing but digits.
bool is_digits(const TimeText& in, std::size_t at, std::size_t most = 4);
int digits_at(const TimeText& in, std::size_t at);

}  // namespace parlance::nlu
