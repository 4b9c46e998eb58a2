#pragma once

#include <cstddef>
#include <optional>

#include "nlu/tokens.h"

namespace parlance::nlu {

// A place in an order, or the name of an equal part: "twenty-first", "3rd", "fifths", "hundred trillionth".
struct OrdinalReading {
    double value = 0;
    std::size_t end = 0;     // the token behind it
    bool is_plural = false;  // "fifths": only ever a part
};

// Reads the English ordinal of the tokens [first, ...) that is longest: digits ("21st") or words with the
// cardinals before them ("one hundred twenty-fifth"). Nothing when none starts at `first`.
std::optional<OrdinalReading> read_ordinal(const TokenizedText& text, std::size_t first);

// The last word of an ordinal: "fifth", "twentieth", "hundredths".
struct OrdinalWord {
    double value = 0;
    bool is_scale = false;  // hundredth, thousandth, ...: multiplies what stands before it
    bool is_plural = false;
};
std::optional<OrdinalWord> ordinal_word(std::string_view word);

// The value of cardinals worth `before` (0 for none) with this word behind them; nothing when they do not go
// together ("thirty-two fifth").
std::optional<double> ordinal_value(double before, const OrdinalWord& last);

}  // namespace parlance::nlu
