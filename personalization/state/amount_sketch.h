#pragma once

#include <cstdint>
#include <map>

namespace parlance::personalization {

// Quantiles of amounts in bounded space: DDSketch (Masson, Rim and Lee, VLDB 2019).
//
// A quantile is within 5 % of the true one, whatever the distribution; where more than 128 buckets would be
// needed (amounts over six orders of magnitude) the smallest ones are merged, so that only low quantiles lose
// precision. The order of additions does not matter.
class AmountSketch {
public:
    static constexpr double relative_error = 0.05;
    static constexpr std::size_t most_buckets = 128;

    // Amounts below one cent count as nothing at all; not-finite ones are left out.
    void add(double amount);

    // The amount that a share `q` (0 to 1) of all are at most as large as; not a number without any.
    double quantile(double q) const;

    std::uint64_t count() const { return count_; }

    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
        archive(self.count_, self.zeros_, self.buckets_);
    }

private:
    std::uint64_t count_ = 0;
    std::uint64_t zeros_ = 0;
    std::map<std::int32_t, std::uint64_t> buckets_;  // by ceil(log_gamma(amount))
};

}  // namespace parlance::personalization
