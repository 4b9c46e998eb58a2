#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace parlance::nlu {

// What words about time mean. After the TIMEX3 notation of Recognizers-Text (MIT, Microsoft): a value keeps
// what was said ("XXXX-11-20", "XXXX-WXX-5") beside the moments it may stand for.

using Day = std::chrono::sys_days;
using Instant = std::chrono::sys_seconds;  // local to the conversation; a bare time of day counts from day 0

enum class TimeKind {
    date,
    time,
    date_time,
    date_range,
    time_range,
    date_time_range,
    duration,
    recurring,
};

// Which ends of a value are known: both of a point are the same; `since` has only a start, `until` an end.
enum class TimeEnds { point, range, since, until, unresolved };

// One thing the words may stand for. A range's end is the first instant behind it.
struct TimeSense {
    std::string timex;
    Instant start{};
    Instant end{};
    bool operator==(const TimeSense&) const = default;
};

// Words about time with all their senses, past before future, morning before evening; never empty.
struct TimeExpression {
    TimeKind kind = TimeKind::date;
    TimeEnds ends = TimeEnds::point;
    std::vector<TimeSense> senses;
    std::string modifier;   // "before", "approx", "mid", or ""
    std::string source;     // what a modifier was put on: "datetimepoint", "datetimerange", or ""
    double seconds = 0;     // of a duration
    std::vector<Day> days;  // the business days of a range that counts them
    std::size_t begin = 0;  // tokens
    std::size_t end = 0;
};

}  // namespace parlance::nlu
