#pragma once

#include <array>
#include <cstdint>

#include "intents/clock.h"

namespace parlance::personalization {

// At which hours of the day and on which days of the week a customer is active, in UTC.
class HourProfile {
public:
    void add(TimePoint at);

    const std::array<std::uint32_t, 24>& hours() const { return hours_; }
    // Sunday first.
    const std::array<std::uint32_t, 7>& weekdays() const { return weekdays_; }

    // The busiest hour, the earliest of several; -1 before the first act.
    int preferred_hour() const;
    // Shares of all acts, 0 to 1; not a number before the first one.
    double preferred_hour_share() const;
    double night_share() const;  // from 22 to 6
    double weekend_share() const;

    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
        archive(self.hours_, self.weekdays_);
    }

private:
    std::uint32_t total() const;
    double share(std::uint32_t part) const;

    std::array<std::uint32_t, 24> hours_{};
    std::array<std::uint32_t, 7> weekdays_{};
};

}  // namespace parlance::personalization
