#include "personalization/state/amount_sketch.h"

#include <cmath>
#include <limits>

namespace parlance::personalization {
namespace {

constexpr double gamma_ratio = (1 + AmountSketch::relative_error) / (1 - AmountSketch::relative_error);
constexpr double smallest = 0.01;

}  // namespace

void AmountSketch::add(double amount) {
    if (!std::isfinite(amount)) return;
    ++count_;
    if (amount < smallest) {
        ++zeros_;
        return;
    }
    const double bucket = std::ceil(std::log(amount) / std::log(gamma_ratio));
    ++buckets_[static_cast<std::int32_t>(bucket)];
    if (buckets_.size() <= most_buckets) return;
    const auto lowest = buckets_.begin();
    std::next(lowest)->second += lowest->second;
    buckets_.erase(lowest);
}

double AmountSketch::quantile(double q) const {
    if (count_ == 0) return std::numeric_limits<double>::quiet_NaN();
    const double rank = q * static_cast<double>(count_ - 1);
    std::uint64_t passed = zeros_;
    if (static_cast<double>(passed) > rank) return 0;
    for (const auto& [bucket, count] : buckets_) {
        passed += count;
        // The value that is at most 5 % from both ends of the bucket.
        if (static_cast<double>(passed) > rank) return 2 * std::pow(gamma_ratio, bucket) / (gamma_ratio + 1);
    }
    return 0;
}

}  // namespace parlance::personalization
