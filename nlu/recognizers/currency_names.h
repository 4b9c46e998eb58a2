#pragma once

#include <optional>
#include <string_view>

#include "nlu/tokens.h"

namespace parlance::nlu {

// A currency as Recognizers-Text names it; "dollar" alone may be many countries' and has no ISO letters.
struct CurrencyName {
    std::string_view words;  // folded tokens between blanks, in the singular
    std::string_view unit;   // "United States dollar"
    std::string_view letters;
};

struct CurrencyNameReading {
    CurrencyName name;
    std::size_t end = 0;  // the token behind it
};

// The longest name, sign or code that stands at token `at`.
std::optional<CurrencyNameReading> read_currency_name(const TokenizedText& text, std::size_t at);

}  // namespace parlance::nlu
