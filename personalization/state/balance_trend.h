#pragma once

#include "intents/clock.h"

namespace parlance::personalization {

// Where a balance is going: the slope of a least-squares line through what was seen, each observation's
// weight halving every 30 days (exponentially weighted linear regression by five sums). Observations come in
// the order of time.
class BalanceTrend {
public:
    static constexpr double half_life_days = 30;

    void add(double balance, TimePoint at);

    // The newest balance; not a number before the first.
    double latest() const;
    // Per 30 days; not a number until two observations at least an hour apart.
    double slope_30_days() const;

    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
        archive(self.at_, self.weight_);
        if (self.weight_ > 0)
            archive(self.latest_, self.time_, self.time_squared_, self.sum_, self.time_sum_);
    }

private:
    void move_to(TimePoint at);

    TimePoint at_{};  // times are counted in days from here
    double weight_ = 0;
    double latest_ = 0;
    double time_ = 0;          // weighted sum of times
    double time_squared_ = 0;  // of their squares
    double sum_ = 0;           // of balances
    double time_sum_ = 0;      // of their products
};

}  // namespace parlance::personalization
