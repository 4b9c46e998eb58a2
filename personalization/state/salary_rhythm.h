#pragma once

#include <cstdint>
#include <string_view>

#include "intents/clock.h"
#include "personalization/state/running_moments.h"

namespace parlance::personalization {

// How regularly a salary comes, how much, and from whom. A payer is known by a hash only. Salaries come in
// the order of time.
class SalaryRhythm {
public:
    // payer: empty when the bank does not say; then it counts as the same one.
    void add(double amount, std::string_view payer, TimePoint at);

    std::uint64_t count() const { return amounts_.count(); }
    const RunningMoments& interval_days() const { return interval_days_; }
    const RunningMoments& amounts() const { return amounts_; }
    // The newest salary over the mean of all.
    double latest_ratio() const { return latest_ / amounts_.mean(); }
    // Not a number before the first salary.
    double days_since(TimePoint now) const;
    // Days since the last one over the usual interval; not a number before the second.
    double overdue(TimePoint now) const { return days_since(now) / interval_days_.mean(); }
    std::uint32_t payer_changes() const { return payer_changes_; }
    // Not a number while the payer has never changed.
    double days_since_payer_change(TimePoint now) const;

    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
        archive(self.amounts_);
        if (self.amounts_.count() == 0) return;
        archive(self.interval_days_, self.latest_, self.last_, self.payer_, self.payer_changes_,
                self.payer_changed_);
    }

private:
    RunningMoments amounts_;
    RunningMoments interval_days_;
    double latest_ = 0;
    TimePoint last_{};
    std::uint64_t payer_ = 0;  // hash; 0 for unknown
    std::uint32_t payer_changes_ = 0;
    TimePoint payer_changed_{};
};

}  // namespace parlance::personalization
