#pragma once

#include <array>

#include "intents/clock.h"

namespace parlance::personalization {

// Sums that fade, over three half-lives at once: how much lately, and whether it becomes more or less.
//
// Each sum halves every 7, 30 and 90 days; nothing is stored as time passes, the decay happens when something
// is added or read: s * 2^(-dt/h) + x (exponentially weighted sums; Cormode et al. 2009, "Forward decay").
// Additions come in the order of time. Three doubles and a moment, whatever the number of additions.
class DecayedTrend {
public:
    static constexpr std::array<double, 3> half_lives_days{7, 30, 90};

    void add(double amount, TimePoint at);

    // The three sums, shortest half-life first. A moment before the last addition reads as that moment.
    std::array<double, 3> sums(TimePoint now) const;

    // The short sum's rate over the long one's: 1 when steady for long, above when becoming more, below when
    // becoming less; not a number when there is nothing (left) to compare.
    double ratio(TimePoint now) const;

    bool empty() const { return !begun_; }
    // Of the last addition; the epoch when there was none.
    TimePoint last() const { return at_; }

    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
        archive(self.begun_);
        if (self.begun_) archive(self.at_, self.sums_);  // most trends of most customers are empty
    }

private:
    bool begun_ = false;
    TimePoint at_{};
    std::array<double, 3> sums_{};
};

}  // namespace parlance::personalization
