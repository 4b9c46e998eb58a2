#pragma once

#include <cstdint>

#include "intents/clock.h"

namespace parlance::personalization {

// Days (UTC) on which a customer was active, and how many of them in a row. Acts come in the order of time.
class DayStreak {
public:
    void add(TimePoint at);

    std::uint32_t active_days() const { return active_days_; }
    std::uint32_t longest() const { return longest_; }
    // Days in a row up to today or yesterday; 0 when the last active day is longer ago.
    std::uint32_t current(TimePoint now) const;

    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
        archive(self.active_days_, self.longest_, self.running_, self.last_day_);
    }

private:
    std::uint32_t active_days_ = 0;
    std::uint32_t longest_ = 0;
    std::uint32_t running_ = 0;
    std::int32_t last_day_ = 0;  // since 1970
};

}  // namespace parlance::personalization
