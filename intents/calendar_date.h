#pragma once

#include <chrono>
#include <compare>
#include <ostream>
#include <string>
#include <string_view>

#include "intents/clock.h"
#include "intents/result.h"

namespace parlance {

// A day on the calendar, without time or zone.
struct CalendarDate {
    std::chrono::year_month_day day{};
    auto operator<=>(const CalendarDate&) const = default;
};

// From `first` to `last`, both included.
struct DateRange {
    CalendarDate first;
    CalendarDate last;
    auto operator<=>(const DateRange&) const = default;
};

// The UTC day of a moment.
CalendarDate date_of(TimePoint at);

// Adds (or, negative, subtracts) days.
CalendarDate plus_days(const CalendarDate& date, int days);

// Whole days from `from` to `to`; negative when `to` is earlier.
int days_between(const CalendarDate& from, const CalendarDate& to);

// ISO 8601: "2026-11-20"; a range is "2026-11-01/2026-11-20".
std::string to_text(const CalendarDate& date);
std::string to_text(const DateRange& range);

// The inverses. Fail with bad_request, naming the text.
Result<CalendarDate> parse_date(std::string_view text);
Result<DateRange> parse_date_range(std::string_view text);

std::ostream& operator<<(std::ostream& out, const CalendarDate& date);
std::ostream& operator<<(std::ostream& out, const DateRange& range);

}  // namespace parlance
