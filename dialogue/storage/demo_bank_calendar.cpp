#include "dialogue/storage/demo_bank_calendar.h"

#include <algorithm>
#include <cstdio>

namespace parlance::dialogue::demo_bank {

bool is_business_day(const CalendarDate& date) {
    const std::chrono::weekday day(std::chrono::sys_days(date.day));
    return day != std::chrono::Saturday && day != std::chrono::Sunday;
}

CalendarDate next_business_day(const CalendarDate& date) {
    CalendarDate next = plus_days(date, 1);
    while (!is_business_day(next)) next = plus_days(next, 1);
    return next;
}

CalendarDate plus_business_days(const CalendarDate& date, int days) {
    CalendarDate reached = date;
    for (int day = 0; day < days; ++day) reached = next_business_day(reached);
    return reached;
}

CalendarDate day_in_month(const std::chrono::year_month& month, int day) {
    const std::chrono::year_month_day last(month / std::chrono::last);
    const unsigned wanted = static_cast<unsigned>(std::clamp(day, 1, 31));
    return {month / std::chrono::day(std::min(wanted, static_cast<unsigned>(last.day())))};
}

CalendarDate plus_months(const CalendarDate& date, int months) {
    const std::chrono::year_month month = date.day.year() / date.day.month() + std::chrono::months(months);
    return day_in_month(month, static_cast<int>(static_cast<unsigned>(date.day.day())));
}

int years_between(const CalendarDate& from, const CalendarDate& to) {
    const int years = year_of(to) - year_of(from);
    const bool before_anniversary = plus_months(from, 12 * years) > to;
    return std::max(0, before_anniversary ? years - 1 : years);
}

int year_of(const CalendarDate& date) {
    return static_cast<int>(date.day.year());
}

TimePoint moment_of(const CalendarDate& date, int minutes) {
    return TimePoint(std::chrono::sys_days(date.day)) + std::chrono::minutes(minutes);
}

std::string clock_text(int minutes) {
    char text[16];
    std::snprintf(text, sizeof text, "%02d:%02d", minutes / 60 % 24, minutes % 60);
    return text;
}

}  // namespace parlance::dialogue::demo_bank
