#include "personalization/learning/calendar_day.h"

#include <charconv>

namespace parlance::personalization {

namespace {

std::optional<unsigned> digits(std::string_view text) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

std::optional<std::chrono::sys_days> day_of(std::string_view text) {
    const bool parted = text.size() >= 10 && (text[4] == '-' || text[4] == '/') && text[7] == text[4];
    if (!parted && text.size() != 8) return std::nullopt;
    if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(parted ? 5 : 4, 2));
    const auto day = digits(text.substr(parted ? 8 : 6, 2));
    if (!year || !month || !day) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                           std::chrono::month(*month), std::chrono::day(*day)};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days(date);
}

}  // namespace parlance::personalization
