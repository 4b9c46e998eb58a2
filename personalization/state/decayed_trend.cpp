#include "personalization/state/decayed_trend.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "personalization/activity.h"

namespace parlance::personalization {

void DecayedTrend::add(double amount, TimePoint at) {
    sums_ = sums(at);
    for (double& sum : sums_) sum += amount;
    at_ = begun_ ? std::max(at, at_) : at;
    begun_ = true;
}

std::array<double, 3> DecayedTrend::sums(TimePoint now) const {
    if (empty() || now <= at_) return sums_;
    const double days = days_from(at_, now);
    auto faded = sums_;
    for (std::size_t i = 0; i < faded.size(); ++i) faded[i] *= std::exp2(-days / half_lives_days[i]);
    return faded;
}

double DecayedTrend::ratio(TimePoint now) const {
    constexpr double least = 1e-6;
    const auto faded = sums(now);
    const double slow = faded.back() / half_lives_days.back();
    if (!(slow > least)) return std::numeric_limits<double>::quiet_NaN();
    return faded.front() / half_lives_days.front() / slow;
}

}  // namespace parlance::personalization
