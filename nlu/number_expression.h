#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "nlu/tokens.h"

namespace parlance::nlu {

// What a number is written as.
enum class NumberForm { integer, decimal, fraction, power };

// A number with its sign, and all that may be written with numbers: "-5", "2 1/4", "three and a fifth",
// "one out of three", "1.3x10^6", "half a million".
struct NumberExpression {
    double value = 0;
    std::size_t begin = 0;  // the first token, a sign included
    std::size_t end = 0;    // the token behind it
    NumberForm form = NumberForm::integer;
    bool has_slash = false;  // "1/4": may be a date too
};

// Reads the expression that starts at token `at`, by the rules of English or German ("de"); fractions in
// words are read in English. Nothing when none starts there.
std::optional<NumberExpression> read_number_expression(const TokenizedText& text, std::size_t at,
                                                       std::string_view language);

}  // namespace parlance::nlu
