#pragma once

#include <compare>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

#include "intents/result.h"

namespace parlance {

// ISO 4217 letters, upper case: "EUR".
struct CurrencyCode {
    std::string letters;
    auto operator<=>(const CurrencyCode&) const = default;
};

// How many minor units make the currency's decimals: 2 for EUR, 0 for JPY, 3 for KWD.
int decimals_of(const CurrencyCode& currency);

// An exact amount: 12.50 EUR is {1250, {"EUR"}}. Negative is money owed or going out.
struct Money {
    std::int64_t minor_units = 0;
    CurrencyCode currency;
    auto operator<=>(const Money&) const = default;
};

// "12.50 EUR": for logs, JSON and authoring files; customers see nlg's wording.
std::string to_text(const Money& money);

// The inverse of to_text; also takes "12 EUR". Fails with bad_request, naming the text.
Result<Money> parse_money(std::string_view text);

// The amount in major units, for arithmetic that may round (ratios, scores): 12.5.
double in_major_units(const Money& money);

std::ostream& operator<<(std::ostream& out, const Money& money);

}  // namespace parlance
