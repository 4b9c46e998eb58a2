#pragma once

#include <cstddef>
#include <optional>

#include "nlu/tokens.h"

namespace parlance::nlu {

// A part of something, read from tokens.
struct FractionReading {
    double value = 0;
    std::size_t end = 0;  // the token behind it
    bool has_slash = false;
    double scale = 1;  // what it was multiplied by: 1e6 in "half a million"
};

// Reads an English fraction that starts at token `at`: "1/4", "2 1/4", "two thirds", "one hundred and three
// and two thirds", "one over twenty", "two out of five hundred", "a half", "quarter million". Numerator and
// denominator in words are told apart by the longest denominator that leaves a numerator: "twenty twenty
// fifths" is 20/25, "one hundred thirty-two fifths" 132/5. "five billion and three quarters" is 5.75 billion.
std::optional<FractionReading> read_fraction(const TokenizedText& text, std::size_t at);

}  // namespace parlance::nlu
