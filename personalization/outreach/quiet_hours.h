#pragma once

#include <chrono>

#include "intents/clock.h"

namespace parlance::personalization {

// The hours of the day in which nobody is spoken to unasked.
struct QuietHours {
    int from = 20;  // 0 to 23, local time
    int until = 8;  // the same as `from`: there are none
    std::chrono::minutes utc_offset{60};

    // Whether the moment lies in them.
    bool cover(TimePoint moment) const;
    // The first moment from this one on that does not.
    TimePoint end_after(TimePoint moment) const;
};

}  // namespace parlance::personalization
