#include "dialogue/storage/demo_bank_slots.h"

#include <charconv>
#include <cmath>

namespace parlance::dialogue::demo_bank {
namespace {

// Beyond this a double no longer tells cents apart.
constexpr double largest_number = 1e12;

const SlotValue* find(const Slots& slots, std::string_view name) {
    const auto found = slots.find(SlotName{std::string(name)});
    return found == slots.end() ? nullptr : &found->second;
}

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<double> number(const SlotValue& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&value)) return *real;
    return std::nullopt;
}

}  // namespace

std::optional<std::string> text_slot(const Slots& slots, std::string_view name) {
    const SlotValue* value = find(slots, name);
    if (value == nullptr) return std::nullopt;
    if (const auto* whole = std::get_if<std::int64_t>(value)) return std::to_string(*whole);
    const auto* text = std::get_if<std::string>(value);
    if (text == nullptr || trimmed(*text).empty()) return std::nullopt;
    return trimmed(*text);
}

std::optional<std::int64_t> integer_slot(const Slots& slots, std::string_view name) {
    const SlotValue* value = find(slots, name);
    if (value == nullptr) return std::nullopt;
    if (const auto* text = std::get_if<std::string>(value)) {
        const std::string digits = trimmed(*text);
        std::int64_t whole = 0;
        const auto [stop, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), whole);
        if (failure != std::errc{} || stop != digits.data() + digits.size()) return std::nullopt;
        return whole;
    }
    const auto real = number(*value);
    if (!real.has_value() || std::abs(*real) > largest_number || std::trunc(*real) != *real)
        return std::nullopt;
    return static_cast<std::int64_t>(*real);
}

std::optional<Money> money_slot(const Slots& slots, std::string_view name) {
    const SlotValue* value = find(slots, name);
    if (value == nullptr) return std::nullopt;
    if (const auto* money = std::get_if<Money>(value)) return *money;
    if (const auto* text = std::get_if<std::string>(value)) {
        const auto money = parse_money(trimmed(*text));
        return money.has_value() ? std::optional(*money) : std::nullopt;
    }
    const auto real = number(*value);
    if (!real.has_value() || !(std::abs(*real) <= largest_number)) return std::nullopt;
    return Money{std::llround(*real * 100.0), CurrencyCode{"EUR"}};
}

std::optional<DateRange> period_slot(const Slots& slots, std::string_view name) {
    const SlotValue* value = find(slots, name);
    if (value == nullptr) return std::nullopt;
    if (const auto* range = std::get_if<DateRange>(value)) return *range;
    if (const auto* date = std::get_if<CalendarDate>(value)) return DateRange{*date, *date};
    return std::nullopt;
}

}  // namespace parlance::dialogue::demo_bank
