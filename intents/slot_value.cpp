#include "intents/slot_value.h"

#include <array>
#include <charconv>

namespace parlance {

namespace {

std::string spell(bool value) {
    return value ? "true" : "false";
}
std::string spell(std::int64_t value) {
    return std::to_string(value);
}
std::string spell(double value) {
    std::array<char, 32> buffer{};
    const auto [end, failure] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return failure == std::errc{} ? std::string(buffer.data(), end) : "0";
}
std::string spell(const Money& value) {
    return to_text(value);
}
std::string spell(const CalendarDate& value) {
    return to_text(value);
}
std::string spell(const DateRange& value) {
    return to_text(value);
}
std::string spell(const std::string& value) {
    return value;
}

}  // namespace

std::string to_text(const SlotValue& value) {
    return std::visit([](const auto& content) { return spell(content); }, value);
}

std::string_view kind_of(const SlotValue& value) {
    constexpr std::array<std::string_view, 7> kinds{"boolean", "integer",    "number", "money",
                                                    "date",    "date_range", "text"};
    static_assert(kinds.size() == std::variant_size_v<SlotValue>);
    return kinds[value.index()];
}

std::ostream& operator<<(std::ostream& out, const SlotValue& value) {
    return out << to_text(value);
}

}  // namespace parlance
