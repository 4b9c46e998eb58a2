#pragma once

#include <optional>
#include <string>

#include "nlu/datetime/time_value.h"

namespace parlance::nlu {

// Arithmetic on days and their TIMEX spellings. Pure; never fails; years are kept within 1-9999.

enum class Grain { second, minute, hour, day, week, weekend, month, quarter, year };

// The days [first, end).
struct DaySpan {
    Day first;
    Day end;
    bool operator==(const DaySpan&) const = default;
};

std::optional<Day> day_of(int year, unsigned month, unsigned day);
int year_of(Day day);
unsigned month_of(Day day);
unsigned day_of_month(Day day);
unsigned weekday_of(Day day);  // 1 Monday - 7 Sunday

// The same day of the month so many months later, or that month's last.
Day plus_months(Day day, int months);
Day week_start(Day day);  // its Monday

// The week, weekend, month, quarter or year around `day`, `shift` of them later; other grains give the day.
DaySpan span_around(Grain grain, Day day, int shift);

// So many months from the first of one; the year and month must be valid.
DaySpan month_span(int year, unsigned month, int count);

// Week 1 is the one with the year's first Thursday (ISO 8601).
struct IsoWeek {
    int year;
    int week;
};
IsoWeek iso_week_of(Day day);
Day start_of_iso_week(int year, int week);

// So many working days (Monday to Friday) after `day`; before it when negative.
Day plus_business_days(Day day, int days);

std::string padded(int number, int width);
std::string day_text(Day day);                                   // "2026-11-20"
std::string month_text(Day day);                                 // "2026-11"
std::string week_text(Day day);                                  // "2026-W47"
std::string date_timex(int year, unsigned month, unsigned day);  // year 0: "XXXX"; month 0: "XX"
std::string clock_text(Instant at);                              // "09:05:00"
std::string instant_text(Instant at);                            // "2026-11-20 09:05:00"

}  // namespace parlance::nlu
