#pragma once

#include <string>

#include "intents/calendar_date.h"
#include "intents/clock.h"

// Days as a bank counts them: Monday to Friday, public holidays not known.
namespace parlance::dialogue::demo_bank {

bool is_business_day(const CalendarDate& date);

// The first business day after `date`.
CalendarDate next_business_day(const CalendarDate& date);

// `days` business days after `date`; days > 0.
CalendarDate plus_business_days(const CalendarDate& date, int days);

// The day of that month, or the month's last where it is shorter.
CalendarDate day_in_month(const std::chrono::year_month& month, int day);

// `months` months later (earlier when negative), the month's last day where it is shorter.
CalendarDate plus_months(const CalendarDate& date, int months);

// Whole years from `from` to `to`; never negative.
int years_between(const CalendarDate& from, const CalendarDate& to);

int year_of(const CalendarDate& date);

// Midnight UTC, plus minutes.
TimePoint moment_of(const CalendarDate& date, int minutes = 0);

// Minutes after midnight as "09:30".
std::string clock_text(int minutes);

}  // namespace parlance::dialogue::demo_bank
