#include "intents/clock.h"

#include <algorithm>
#include <cstdio>
#include <optional>

#include "intents/calendar_date.h"

namespace parlance {

namespace {

using std::chrono::milliseconds;

// Reads exactly `digits` digits from the front of `text` and takes them off; -1 when they are not there.
int take_number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return -1;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take_character(std::string_view& text, char wanted) {
    if (text.empty() || text.front() != wanted) return false;
    text.remove_prefix(1);
    return true;
}

// The fraction after the seconds, any number of digits, cut to milliseconds.
int take_fraction(std::string_view& text) {
    int value = 0;
    int digits = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        if (digits < 3) value = value * 10 + (text.front() - '0');
        ++digits;
        text.remove_prefix(1);
    }
    for (; digits < 3; ++digits) value *= 10;
    return value;
}

// What local time is ahead of UTC by: "Z" is nothing, "-05:30" is less. Nothing for any other text.
std::optional<std::chrono::minutes> read_offset(std::string_view text) {
    if (text == "Z") return std::chrono::minutes{0};
    const bool is_ahead = take_character(text, '+');
    if (!is_ahead && !take_character(text, '-')) return std::nullopt;
    const int hours = take_number(text, 2);
    const bool colon = take_character(text, ':');
    const int minutes = take_number(text, 2);
    if (!colon || !text.empty() || hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
        return std::nullopt;
    const std::chrono::minutes offset{hours * 60 + minutes};
    return is_ahead ? offset : -offset;
}

}  // namespace

Clock system_clock() {
    return [] { return std::chrono::floor<milliseconds>(std::chrono::system_clock::now()); };
}

std::string to_rfc3339(TimePoint at) {
    // Years 0000 to 9999: what the format can say.
    using namespace std::chrono;
    at = std::clamp(at, TimePoint{sys_days{year{0} / 1 / 1}}, TimePoint{sys_days{year{9999} / 12 / 31}});
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{at - day};
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()));
    return buffer;
}

Result<TimePoint> parse_rfc3339(std::string_view text) {
    const Error bad{ErrorCode::bad_request,
                    "not a time such as 2026-11-20T09:30:00Z: \"" + std::string(text) + "\""};
    const auto date = parse_date(text.substr(0, 10));
    if (!date) return bad;
    const TimePoint midnight = std::chrono::sys_days{date->day};
    std::string_view rest = text.substr(text.size() < 10 ? text.size() : 10);
    if (rest.empty()) return midnight;
    if (!take_character(rest, 'T')) return bad;
    const int hours = take_number(rest, 2);
    const bool colon = take_character(rest, ':');
    const int minutes = take_number(rest, 2);
    if (!colon || hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return bad;
    int seconds = 0;
    int fraction = 0;
    if (take_character(rest, ':')) seconds = take_number(rest, 2);
    if (seconds < 0 || seconds > 59) return bad;
    if (take_character(rest, '.')) fraction = take_fraction(rest);
    const auto offset = read_offset(rest);
    if (!offset) return bad;
    return midnight + std::chrono::hours{hours} + std::chrono::minutes{minutes} +
           std::chrono::seconds{seconds} + milliseconds{fraction} - *offset;
}

}  // namespace parlance
