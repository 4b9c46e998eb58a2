#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <variant>

#include "intents/calendar_date.h"
#include "intents/money.h"

namespace parlance {

// Everything a slot, a fact or an entity can hold.
using SlotValue = std::variant<bool, std::int64_t, double, Money, CalendarDate, DateRange, std::string>;

// A spelling for logs, tests and `.chat` scripts ("true", "3", "2.1", "12.50 EUR", "2026-11-20",
// "2026-11-01/2026-11-20", the text itself). Not for customers: nlg words values per locale.
std::string to_text(const SlotValue& value);

// The kind's name as packs spell it: boolean, integer, number, money, date, date_range, text.
std::string_view kind_of(const SlotValue& value);

std::ostream& operator<<(std::ostream& out, const SlotValue& value);

}  // namespace parlance
