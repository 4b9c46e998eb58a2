#pragma once

#include <span>
#include <string>
#include <vector>

#include "nlu/datetime/clock_range_reader.h"
#include "nlu/datetime/day_reader.h"
#include "nlu/datetime/period_reader.h"
#include "nlu/datetime/span_reader.h"

namespace parlance::nlu {

// Makes expressions of what was read; spans are left for the reader to fill.

TimeExpression day_expression(const SaidDay& day);
TimeExpression clock_expression(const ClockTime& clock);
TimeExpression period_expression(const SaidPeriod& period);
TimeExpression part_expression(const DayPart& part);
TimeExpression span_expression(const TimeSpan& span);
TimeExpression instant_expression(std::string timex, Instant at);
TimeExpression recurring_expression(std::string timex);
TimeExpression clock_range_expression(const SaidClockRange& range);

TimeExpression day_clock_expression(const SaidDay& day, const ClockTime& clock);
TimeExpression day_part_expression(const SaidDay& day, const DayPart& part);
TimeExpression day_clock_range_expression(const SaidDay& day, const SaidClockRange& range);
TimeExpression instant_range_expression(std::string timex, Instant first, Instant end);

// Adds a sense unless it is there.
void add_sense(std::vector<TimeSense>& senses, TimeSense sense);

}  // namespace parlance::nlu
