#include "intents/calendar_date.h"

#include <charconv>
#include <cstdio>

namespace parlance {

CalendarDate date_of(TimePoint at) {
    return CalendarDate{std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(at)}};
}

CalendarDate plus_days(const CalendarDate& date, int days) {
    return CalendarDate{
        std::chrono::year_month_day{std::chrono::sys_days{date.day} + std::chrono::days{days}}};
}

int days_between(const CalendarDate& from, const CalendarDate& to) {
    return static_cast<int>((std::chrono::sys_days{to.day} - std::chrono::sys_days{from.day}).count());
}

std::string to_text(const CalendarDate& date) {
    char buffer[24];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.day.year()),
                  static_cast<unsigned>(date.day.month()), static_cast<unsigned>(date.day.day()));
    return buffer;
}

std::string to_text(const DateRange& range) {
    return to_text(range.first) + "/" + to_text(range.last);
}

Result<CalendarDate> parse_date(std::string_view text) {
    const Error bad{ErrorCode::bad_request, "not a date such as 2026-11-20: \"" + std::string(text) + "\""};
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return bad;
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    const auto read = [text](std::size_t begin, std::size_t end, auto& value) {
        const auto [stop, failure] = std::from_chars(text.data() + begin, text.data() + end, value);
        return failure == std::errc{} && stop == text.data() + end;
    };
    if (!read(0, 4, year) || !read(5, 7, month) || !read(8, 10, day)) return bad;
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                           std::chrono::day{day}};
    if (!date.ok() || year < 0) return bad;
    return CalendarDate{date};
}

Result<DateRange> parse_date_range(std::string_view text) {
    const Error bad{ErrorCode::bad_request,
                    "not a date range such as 2026-11-01/2026-11-20: \"" + std::string(text) + "\""};
    if (text.size() != 21 || text[10] != '/') return bad;
    const auto first = parse_date(text.substr(0, 10));
    const auto last = parse_date(text.substr(11));
    if (!first || !last || *last < *first) return bad;
    return DateRange{*first, *last};
}

std::ostream& operator<<(std::ostream& out, const CalendarDate& date) {
    return out << to_text(date);
}
std::ostream& operator<<(std::ostream& out, const DateRange& range) {
    return out << to_text(range);
}

}  // namespace parlance
