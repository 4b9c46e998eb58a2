#pragma once

#include <optional>
#include <string_view>

namespace parlance::nlu {

// A unit of money: the currency's ISO letters and how many of its major units it is worth (0.01 for "cent").
struct CurrencyUnit {
    std::string_view letters;
    double worth = 1;
};

// "$" (US dollars), "\u20ac", "\u00a3", ...
std::optional<CurrencyUnit> currency_of_symbol(std::string_view symbol);

// ISO letters ("eur"), names in English and German ("euros", "bucks", "Franken", "pence"); folded.
std::optional<CurrencyUnit> currency_of_word(std::string_view word);

// The country letters before a dollar or pound sign: "us", "c", "a", "hk".
std::optional<CurrencyUnit> dollar_of_prefix(std::string_view prefix);

// The country before "dollars" and the like: "canadian", "australian", "swiss"; worth is the noun's.
std::optional<CurrencyUnit> currency_of_nation(std::string_view nation, std::string_view noun);

}  // namespace parlance::nlu
