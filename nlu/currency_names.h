#pragma once

#include <optional>
#include <string_view>

#include "nlu/tokens.h"

namespace parlance::nlu {

// Where a name is a currency's: codes and abbreviations on either side of a number, "won" and "rand", which
// are other words elsewhere, only behind one.
enum class NameUse { anywhere, beside_number, behind_number, german };

// A currency as it is written, and what it is called.
struct CurrencyName {
    std::string_view words;    // folded tokens between blanks, in the singular
    std::string_view unit;     // as Recognizers-Text calls it: "United States dollar"
    std::string_view letters;  // ISO 4217; empty for a name that several countries use: "dollar"
    std::string_view meant;  // the letters that a customer means by it; empty when that is no bank's currency
    double worth = 1;        // how many of the currency's major units: 0.01 for "cent"
    NameUse use = NameUse::anywhere;
};

struct CurrencyNameReading {
    CurrencyName name;
    std::size_t end = 0;  // the token behind it
};

// The longest name, sign or code that stands at token `at`, in any language. Never fails; safe to call from
// several threads.
std::optional<CurrencyNameReading> read_currency_name(const TokenizedText& text, std::size_t at);

}  // namespace parlance::nlu
