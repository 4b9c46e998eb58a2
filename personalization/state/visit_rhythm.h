#pragma once

#include <chrono>
#include <cstdint>

#include "intents/clock.h"
#include "personalization/state/running_moments.h"

namespace parlance::personalization {

// A customer's visits (sessions): acts that are at most 30 minutes apart belong to one, as web analytics
// count them. Acts come in the order of time.
class VisitRhythm {
public:
    static constexpr std::chrono::minutes longest_pause{30};

    // Returns whether the act began a visit.
    bool add(TimePoint at);

    std::uint64_t visits() const { return visits_; }
    // From a visit's first act to its last; finished visits only.
    const RunningMoments& minutes() const { return minutes_; }
    // From a visit's last act to the next visit's first.
    const RunningMoments& gap_days() const { return gap_days_; }
    // Since the last act; not a number before the first one.
    double days_since(TimePoint now) const;
    // Days since the last act over the usual gap: above 1 the customer is overdue. Not a number before the
    // second visit.
    double overdue(TimePoint now) const;

    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
        archive(self.visits_, self.minutes_, self.gap_days_, self.began_, self.last_);
    }

private:
    std::uint64_t visits_ = 0;
    RunningMoments minutes_;
    RunningMoments gap_days_;
    TimePoint began_{};
    TimePoint last_{};
};

}  // namespace parlance::personalization
