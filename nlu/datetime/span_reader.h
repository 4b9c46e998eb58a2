#pragma once

#include <string>
#include <vector>

#include "nlu/datetime/day_arithmetic.h"
#include "nlu/datetime/time_text.h"

namespace parlance::nlu {

// A stretch of time as it was said, largest part first: "3 months and 2 weeks".
struct TimeSpan {
    struct Part {
        double count;
        Grain grain;
        int scale = 1;          // "decade": 10 years
        bool business = false;  // working days
    };
    std::vector<Part> parts;

    bool is_calendar() const;  // no part below a day
    bool is_single_unit() const { return parts.size() == 1; }
    std::string timex() const;  // "PT1.5H", "P3M2W2D", "P4BD"
    double seconds() const;     // a month is thirty days, a year 365
};

// `instant` so much later; `sign` -1: earlier.
Instant plus(Instant instant, const TimeSpan& span, int sign);
Day plus(Day day, const TimeSpan& span, int sign);

// "3 minutes", "3h", "one and a half hour", "one year and a quarter", "half an hour", "a couple of weeks",
// "few hours", "2 years 1 month 21 days", "4 business days", "all day". Pure.
MaybeRead<TimeSpan> read_span(const TimeText& in, std::size_t at);

// Just how many: "3", "two", "a", "half a", "couple of", "few".
MaybeRead<double> read_amount(const TimeText& in, std::size_t at);

}  // namespace parlance::nlu
