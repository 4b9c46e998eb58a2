#pragma once

#include <chrono>
#include <optional>

#include "intents/calendar_date.h"
#include "nlu/duration_reader.h"

namespace parlance::nlu {

// Arithmetic on days that dates in words need. Every function is pure and never fails; years are kept
// within 1600-2999.

enum class Period { week, weekend, month, quarter, year };

// A calendar date, or nothing when there is no such day or the year is out of range.
std::optional<CalendarDate> make_date(int year, unsigned month, unsigned day);

// The same day so many months later; the month's last day when it has no such day.
CalendarDate plus_months(const CalendarDate& date, int months);

// A duration later (or, with sign -1, earlier).
CalendarDate plus_duration(const CalendarDate& date, const Duration& duration, int sign);

// The period around a day, `shift` periods later: {week, today, 1} is next week, from Monday to Sunday.
DateRange period_around(Period period, const CalendarDate& date, int shift);

DateRange month_range(int year, unsigned month);
DateRange year_range(int year);
DateRange quarter_range(int year, unsigned quarter);  // quarter: 1-4

int year_of(const CalendarDate& date);
unsigned month_of(const CalendarDate& date);

// The first `weekday` after `date`, or the last one before it; never `date` itself.
CalendarDate weekday_after(const CalendarDate& date, std::chrono::weekday weekday);
CalendarDate weekday_before(const CalendarDate& date, std::chrono::weekday weekday);

}  // namespace parlance::nlu
