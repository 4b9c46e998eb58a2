#pragma once

#include <string>
#include <vector>

#include "nlu/datetime/clock_reader.h"

namespace parlance::nlu {

// From one time of day to another; `next_day`: the end is on the day behind.
struct ClockPair {
    ClockTime first;
    ClockTime last;
    bool next_day = false;
};

// "5 to 6pm", with all it may mean, morning first. `firm` false: only two numbers, times beside a day.
struct SaidClockRange {
    std::vector<ClockPair> pairs;
    bool firm = true;
};

// "from 10 am for 3 hours", "for 2.5 hours from 9", "between 9 and 10:30", "11-4", "8am-3". `part`: the part
// of the day said elsewhere, or nullptr. Pure.
MaybeRead<SaidClockRange> read_clock_range(const TimeText& in, std::size_t at, const DayPart* part = nullptr);

// "PT1H30M".
std::string span_timex(std::chrono::seconds length);

}  // namespace parlance::nlu
