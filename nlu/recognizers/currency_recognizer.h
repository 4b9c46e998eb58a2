#pragma once

#include <optional>

#include "nlu/currency_names.h"
#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// An amount of money, or a currency alone.
struct CurrencyAmount {
    std::optional<double> value;
    CurrencyName name;
    std::size_t end = 0;  // the token behind it
};

// What of it starts at token `at`.
std::optional<CurrencyAmount> read_currency_amount(const TokenizedText& text, std::size_t at);

// Amounts with their currency and currencies alone (value "null"): "$ 75.3 million", "12-cent", "thirteen
// dollars and forty-five cents", "50 dollar". Resolution: "value", "unit", and "isoCurrency" where the
// currency is certain.
std::vector<Recognition> recognize_currencies(std::string_view text, TimePoint reference);

}  // namespace parlance::nlu
