#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dialogue/host.h"

// Slots as the bank reads them: each function gives nothing when the slot is absent or of a kind that
// cannot be meant so. A blank text counts as absent.
namespace parlance::dialogue::demo_bank {

// A whole number is given as its digits.
std::optional<std::string> text_slot(const Slots& slots, std::string_view name);
// A number without a fraction counts, and so does a text of digits.
std::optional<std::int64_t> integer_slot(const Slots& slots, std::string_view name);
// A bare number is an amount in EUR.
std::optional<Money> money_slot(const Slots& slots, std::string_view name);
// A date is the range of one day.
std::optional<DateRange> period_slot(const Slots& slots, std::string_view name);

}  // namespace parlance::dialogue::demo_bank
