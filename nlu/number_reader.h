#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "nlu/digit_text.h"
#include "nlu/tokens.h"

namespace parlance::nlu {

// A number read from tokens, in digits or in words.
struct NumberReading {
    double value = 0;
    std::size_t end = 0;    // the token behind it
    bool in_words = false;  // no digit in it
    bool is_whole() const;
};

// Reads the number that starts at token `at`: digits ("1,000", "2 000 000", "2k", "3.5 million"), English or
// German words up to the billions ("two hundred and fifty", "half a million", "zweihundertfuenfzig"), by the
// text's language ("de" or anything else for English). No sign, no ordinals. Nothing when none starts there.
std::optional<NumberReading> read_number(const TokenizedText& text, std::size_t at,
                                         std::string_view language);

}  // namespace parlance::nlu
