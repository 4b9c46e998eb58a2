#pragma once

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace parlance::personalization {

// The values between which the middle 95 % of a bootstrap's results lie. values: at least one.
inline std::pair<double, double> percentile_interval(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(std::lround(share * static_cast<double>(values.size() - 1)))];
    };
    return {at(0.025), at(0.975)};
}

}  // namespace parlance::personalization
