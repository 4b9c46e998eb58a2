#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "intents/locale.h"
#include "nlu/understanding.h"

namespace parlance::nlg {

// A number as it is shown: 2.4 is {2.4, 1}, "1,234" in English {1234, 0}.
struct ShownNumber {
    double value = 0;
    int decimals = 0;
};

// Maximal runs of digits with single dots and commas inside: "1.234,50", "10", "4411". ASCII digits only.
std::vector<nlu::TextSpan> digit_runs(std::string_view text);

// Reads such a run with the locale's separators; nothing when they stand in the wrong places.
std::optional<ShownNumber> read_number(std::string_view run, const Locale& locale);

// Whether the number at `begin` carries a minus sign: one directly in front that is not a hyphen between
// words.
bool is_negative_at(std::string_view text, std::size_t begin);

// "1. ", "2. ", ... (or with a bracket) at the starts of successive lines: the spans of their digits.
std::vector<nlu::TextSpan> list_numbering(std::string_view text);

// Whether `shown` is `exact` rounded to the decimals that it shows: 2.4 for 2.43. Without decimals it must be
// what one decimal would show as zero: 2 for 1.97, not for 2.43.
bool is_rounding_of(const ShownNumber& shown, double exact);

// Whether a number follows the word that ends at `end`: what stands after "20 November" may be its year.
bool is_number_next(std::string_view text, std::size_t end);

bool has_digit(std::string_view text);

}  // namespace parlance::nlg
