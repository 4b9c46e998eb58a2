#include "personalization/state/balance_trend.h"

#include <cmath>
#include <limits>

#include "personalization/activity.h"

namespace parlance::personalization {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

}  // namespace

// Lets the weights fade and counts times from `at`: t becomes t - days.
void BalanceTrend::move_to(TimePoint at) {
    if (weight_ > 0 && at > at_) {
        const double days = days_from(at_, at);
        time_squared_ += days * days * weight_ - 2 * days * time_;
        time_sum_ -= days * sum_;
        time_ -= days * weight_;
        const double fading = std::exp2(-days / half_life_days);
        for (double* sum : {&weight_, &time_, &time_squared_, &sum_, &time_sum_}) *sum *= fading;
    }
    at_ = at;
}

void BalanceTrend::add(double balance, TimePoint at) {
    if (!std::isfinite(balance)) return;
    move_to(at);
    weight_ += 1;
    sum_ += balance;  // at time 0, so that the other sums stay
    latest_ = balance;
}

double BalanceTrend::latest() const {
    return weight_ > 0 ? latest_ : unknown;
}

double BalanceTrend::slope_30_days() const {
    constexpr double least_spread = 1.0 / (24 * 24);  // an hour's, squared, in days
    const double spread = weight_ * time_squared_ - time_ * time_;
    if (!(spread > least_spread * weight_ * weight_ / 4)) return unknown;
    return 30 * (weight_ * time_sum_ - time_ * sum_) / spread;
}

}  // namespace parlance::personalization
