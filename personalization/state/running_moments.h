#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

namespace parlance::personalization {

// Mean and variance in one pass and constant space, without the cancellation of sums of squares
// (Welford 1962; Knuth, The Art of Computer Programming 2, 4.2.2).
class RunningMoments {
public:
    void add(double value) {
        ++count_;
        const double from_old = value - mean_;
        mean_ += from_old / static_cast<double>(count_);
        squares_ += from_old * (value - mean_);
    }

    std::uint64_t count() const { return count_; }
    // Not a number before the first value.
    double mean() const { return count_ > 0 ? mean_ : std::numeric_limits<double>::quiet_NaN(); }
    // Of the sample; not a number before the second value.
    double deviation() const {
        if (count_ < 2) return std::numeric_limits<double>::quiet_NaN();
        return std::sqrt(squares_ / static_cast<double>(count_ - 1));
    }

    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
        archive(self.count_);
        if (self.count_ > 0) archive(self.mean_, self.squares_);
    }

private:
    std::uint64_t count_ = 0;
    double mean_ = 0;
    double squares_ = 0;  // sum of squared distances from the mean
};

}  // namespace parlance::personalization
