#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace parlance::personalization {

// Where a measure lies in 95 of 100 samples like the one at hand.
struct MeasureInterval {
    std::string key;  // that of named_measures: "roc_auc"
    double low = 0;
    double high = 0;
};

struct IntervalOptions {
    std::uint32_t seed = 42;
    std::size_t resamples = 1000;
};

// Intervals of roc_auc and of precision_at_5, _10 and _20, by the percentiles of a bootstrap (Efron 1979).
// probabilities, labels: one a row. groups: likewise, or none; rows of one group are drawn together (Davison
// and Hinkley 1997, section 3.8), as the rows of one person are alike. Resamples whose rows all have the same
// answer say nothing and are left out; nothing is given when all are so. Never fails.
std::vector<MeasureInterval> measure_intervals(std::span<const double> probabilities,
                                               std::span<const std::uint8_t> labels,
                                               std::span<const std::uint32_t> groups,
                                               const IntervalOptions& options);

}  // namespace parlance::personalization
