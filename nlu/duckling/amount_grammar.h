#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "nlu/recognizers/recognizer.h"
#include "nlu/tokens.h"

namespace parlance::nlu {

// So much of a unit, read from tokens.
struct SaidAmount {
    double value = 0;
    std::string unit;     // as `unit_name` spells it
    std::size_t end = 0;  // the token behind it
};

// Reads the amount that starts at a token.
using AmountReader = std::function<std::optional<SaidAmount>(const TokenizedText& text, std::size_t at)>;

// All amounts of a text and what goes around them: "about 3 km", "between 3 and 5 km", "3-5 km", "from $10 to
// $20", "under 2 cups", "at least 5 pounds". Resolves to "value" or "from" and "to", and "unit". The longest
// reading that starts at a token wins. Never fails.
std::vector<Recognition> read_amounts(const TokenizedText& text, const std::string& type,
                                      const AmountReader& read);

}  // namespace parlance::nlu
