#include "nlu/calendar_periods.h"

#include <algorithm>

namespace parlance::nlu {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int first_year = 1600;
constexpr int last_year = 2999;

CalendarDate date_at(sys_days day) {
    return CalendarDate{year_month_day(day)};
}

// Keeps a day within the years that the rest of the program can print.
CalendarDate within_range(const CalendarDate& date) {
    const int year = std::clamp(year_of(date), first_year, last_year);
    return year == year_of(date) ? date : CalendarDate{std::chrono::year(year) / 1 / 1};
}

CalendarDate monday_of(const CalendarDate& date) {
    const sys_days day(date.day);
    return date_at(day - (std::chrono::weekday(day) - std::chrono::Monday));
}

DateRange months_from(const CalendarDate& first, int count) {
    return {within_range(first), plus_days(plus_months(first, count), -1)};
}

}  // namespace

std::optional<CalendarDate> make_date(int year, unsigned month, unsigned day) {
    if (year < first_year || year > last_year) return std::nullopt;
    const year_month_day date = std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day);
    return date.ok() ? std::optional(CalendarDate{date}) : std::nullopt;
}

CalendarDate plus_months(const CalendarDate& date, int months) {
    year_month_day moved = date.day + std::chrono::months(months);
    if (!moved.ok()) moved = moved.year() / moved.month() / std::chrono::last;
    return within_range(CalendarDate{moved});
}

CalendarDate plus_duration(const CalendarDate& date, const Duration& duration, int sign) {
    const CalendarDate moved = plus_months(date, sign * duration.whole_months());
    return within_range(plus_days(moved, sign * duration.whole_days()));
}

DateRange period_around(Period period, const CalendarDate& date, int shift) {
    const int year = year_of(date);
    const unsigned month = month_of(date);
    switch (period) {
        case Period::week: {
            const CalendarDate monday = plus_days(monday_of(date), 7 * shift);
            return {monday, plus_days(monday, 6)};
        }
        case Period::weekend: {
            const CalendarDate monday = plus_days(monday_of(date), 7 * shift);
            return {plus_days(monday, 5), plus_days(monday, 6)};
        }
        case Period::month: {
            const CalendarDate first = plus_months(month_range(year, month).first, shift);
            return months_from(first, 1);
        }
        case Period::quarter: {
            const CalendarDate first = quarter_range(year, (month - 1) / 3 + 1).first;
            return months_from(plus_months(first, 3 * shift), 3);
        }
        case Period::year: return year_range(std::clamp(year + shift, first_year, last_year));
    }
    return {date, date};
}

DateRange month_range(int year, unsigned month) {
    const CalendarDate first{std::chrono::year(year) / static_cast<int>(month) / 1};
    return months_from(first, 1);
}

DateRange year_range(int year) {
    return {CalendarDate{std::chrono::year(year) / 1 / 1}, CalendarDate{std::chrono::year(year) / 12 / 31}};
}

DateRange quarter_range(int year, unsigned quarter) {
    const CalendarDate first{std::chrono::year(year) / static_cast<int>(3 * quarter - 2) / 1};
    return months_from(first, 3);
}

int year_of(const CalendarDate& date) {
    return static_cast<int>(date.day.year());
}
unsigned month_of(const CalendarDate& date) {
    return static_cast<unsigned>(date.day.month());
}

CalendarDate weekday_after(const CalendarDate& date, std::chrono::weekday weekday) {
    const sys_days day(date.day);
    const days ahead = weekday - std::chrono::weekday(day);
    return date_at(day + (ahead == days(0) ? days(7) : ahead));
}

CalendarDate weekday_before(const CalendarDate& date, std::chrono::weekday weekday) {
    return plus_days(weekday_after(date, weekday),
                     -7 - (std::chrono::weekday(sys_days(date.day)) == weekday ? 7 : 0));
}

}  // namespace parlance::nlu
