#include "nlu/datetime/day_arithmetic.h"

#include <algorithm>
#include <cstdio>

namespace parlance::nlu {

namespace {

using std::chrono::days;
using std::chrono::year_month_day;

int bounded_year(int year) {
    return std::clamp(year, 1, 9999);
}

DaySpan months_from(Day first, int count) {
    return {first, plus_months(first, count)};
}

Day month_start(Day day) {
    return day - days(day_of_month(day) - 1);
}

Day year_start(int year) {
    return Day(std::chrono::year(bounded_year(year)) / 1 / 1);
}

}  // namespace

std::optional<Day> day_of(int year, unsigned month, unsigned day) {
    const year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    if (year < 1 || year > 9999 || !date.ok()) return std::nullopt;
    return Day(date);
}

int year_of(Day day) {
    return static_cast<int>(year_month_day(day).year());
}

unsigned month_of(Day day) {
    return static_cast<unsigned>(year_month_day(day).month());
}

unsigned day_of_month(Day day) {
    return static_cast<unsigned>(year_month_day(day).day());
}

unsigned weekday_of(Day day) {
    return std::chrono::weekday(day).iso_encoding();
}

Day plus_months(Day day, int months) {
    const int total = year_of(day) * 12 + static_cast<int>(month_of(day)) - 1 + months;
    const int year = bounded_year(total / 12);
    const auto month = static_cast<unsigned>(std::clamp(total - year * 12, 0, 11)) + 1;
    for (unsigned last = day_of_month(day); last > 28; --last) {
        if (const auto found = day_of(year, month, last)) return *found;
    }
    return *day_of(year, month, std::min(day_of_month(day), 28U));
}

Day week_start(Day day) {
    return day - days(weekday_of(day) - 1);
}

DaySpan span_around(Grain grain, Day day, int shift) {
    const Day monday = week_start(day) + days(7 * shift);
    switch (grain) {
        case Grain::week: return {monday, monday + days(7)};
        case Grain::weekend: return {monday + days(5), monday + days(7)};
        case Grain::month: return months_from(plus_months(month_start(day), shift), 1);
        case Grain::quarter: {
            const int into = static_cast<int>((month_of(day) - 1) % 3);
            return months_from(plus_months(month_start(day), 3 * shift - into), 3);
        }
        case Grain::year: return {year_start(year_of(day) + shift), year_start(year_of(day) + shift + 1)};
        case Grain::second:
        case Grain::minute:
        case Grain::hour:
        case Grain::day: break;
    }
    return {day + days(shift), day + days(shift + 1)};
}

DaySpan month_span(int year, unsigned month, int count) {
    return months_from(*day_of(year, month, 1), count);
}

IsoWeek iso_week_of(Day day) {
    const Day thursday = week_start(day) + days(3);
    return {year_of(thursday), static_cast<int>((thursday - year_start(year_of(thursday))).count()) / 7 + 1};
}

Day start_of_iso_week(int year, int week) {
    return week_start(year_start(year) + days(3)) + days(7 * (week - 1));
}

Day plus_business_days(Day day, int count) {
    const int step = count < 0 ? -1 : 1;
    for (int left = std::min(std::abs(count), 10'000); left > 0;) {
        day += days(step);
        if (weekday_of(day) < 6) --left;
    }
    return day;
}

std::string padded(int number, int width) {
    char text[16];
    std::snprintf(text, sizeof text, "%0*d", std::min(width, 8), number);
    return text;
}

std::string day_text(Day day) {
    return date_timex(year_of(day), month_of(day), day_of_month(day));
}

std::string month_text(Day day) {
    return padded(year_of(day), 4) + "-" + padded(static_cast<int>(month_of(day)), 2);
}

std::string week_text(Day day) {
    const IsoWeek week = iso_week_of(day);
    return padded(week.year, 4) + "-W" + padded(week.week, 2);
}

std::string date_timex(int year, unsigned month, unsigned day) {
    std::string text = year == 0 ? "XXXX" : padded(year, 4);
    text.append("-").append(month == 0 ? "XX" : padded(static_cast<int>(month), 2));
    return text.append("-").append(padded(static_cast<int>(day), 2));
}

std::string clock_text(Instant at) {
    const auto second = static_cast<int>((at - std::chrono::floor<days>(at)).count());
    return padded(second / 3600, 2) + ":" + padded(second / 60 % 60, 2) + ":" + padded(second % 60, 2);
}

std::string instant_text(Instant at) {
    return day_text(std::chrono::floor<days>(at)) + " " + clock_text(at);
}

}  // namespace parlance::nlu
