#pragma once

#include <cstdint>
#include <vector>

#include "personalization/learning/binary_training.h"
#include "personalization/learning/k_means.h"

namespace parlance::personalization {

struct SegmentCountOptions {
    std::size_t least = 2;
    std::size_t most = 8;
    std::size_t bootstraps = 20;    // pairs of samples drawn with replacement
    std::size_t chance_draws = 10;  // of either kind of points without groups
    std::size_t most_rows = 2000;   // a sample of so many rows is looked at
    double least_stability = 0.8;   // mean adjusted Rand index; below it groups come and go with the rows
    double least_excess = 4;        // deviations above the silhouette that chance gives
    std::uint32_t seed = 42;
};

// What speaks for one number of groups.
struct SegmentCountTrial {
    std::size_t count = 0;
    double silhouette = 0;
    double stability = 0;          // mean adjusted Rand index of groupings of two bootstrap samples
    double chance_silhouette = 0;  // the higher mean of the two kinds of points without groups
    double excess = 0;             // silhouette above that, in deviations of the draws
    bool holds = false;            // stable, and above chance
};

struct SegmentCountChoice {
    std::size_t count = 1;  // 1: the rows fall into no groups
    std::vector<SegmentCountTrial> trials;
};

// How many groups the points fall into: of the numbers that hold, the one with the highest silhouette. Equal
// points and options give equal choices. Never fails; too few points fall into one group.
// Methods: Rousseeuw 1987; stability by bootstrap, Ben-Hur, Elisseeff and Guyon 2002 and Hennig 2007; chance
// as in chance_points.h.
SegmentCountChoice choose_segment_count(const PointSet& points, const SegmentCountOptions& options,
                                        const LearningProgress& progress = {});

}  // namespace parlance::personalization
