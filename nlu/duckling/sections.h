#pragma once

#include <span>
#include <string_view>

#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// A dimension of duckling and what reads it here.
struct DucklingSection {
    std::string_view name;  // "amount-of-money"
    Recognizer recognize;
};

// The dimensions that are offered: numeral, ordinal, time, duration, amount-of-money, phone-number, email,
// url, distance, volume, temperature, quantity, credit-card-number. What they recognise has the section's
// name as type and resolves to "value", or "from" and "to" ("open" for an end that is not said), with "unit"
// or "grain".
std::span<const DucklingSection> duckling_sections();

// The section that a name means, however it is spelled ("AmountOfMoney", "amount of money", "time.negative");
// nullptr when none is.
const DucklingSection* find_duckling_section(std::string_view name);

}  // namespace parlance::nlu
