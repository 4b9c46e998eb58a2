#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "nlu/tokens.h"

namespace parlance::nlu {

// A number read from tokens, in digits or in words.
struct NumberReading {
    double value = 0;
    std::size_t end = 0;    // the token behind it
    bool in_words = false;  // no digit in it
    bool is_whole() const;
};

// How separators in digits are meant: "1,234.5" in English, "1.234,5" in German.
enum class DigitStyle { point_is_decimal, comma_is_decimal };

DigitStyle digit_style_of(std::string_view language);

// Reads "1,000.50", "1.000,50", "1'000", "12". Where the separators leave only one meaning, it wins
// over the style: "1.000.000" is a million everywhere. Nothing when the separators make no sense
// ("20.11.2026").
std::optional<double> parse_digits(std::string_view text, DigitStyle style);

// Reads the number that starts at token `at`: digits ("1,000", "2 000 000", "2k", "3.5 million"), English or
// German words up to the billions ("two hundred and fifty", "half a million", "zweihundertfuenfzig"), by the
// text's language ("de" or anything else for English). No sign, no ordinals. Nothing when none starts there.
std::optional<NumberReading> read_number(const TokenizedText& text, std::size_t at,
                                         std::string_view language);

}  // namespace parlance::nlu
