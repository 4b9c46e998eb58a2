#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "personalization/learning/point_set.h"
#include "personalization/seeded_random.h"

namespace parlance::personalization {

// Points in groups around centers, the largest group first.
struct KMeans {
    PointSet centers;
    std::vector<std::uint32_t> groups;  // one a point: the index of its center
    double inertia = 0;                 // sum of the squared distances to the centers
};

struct KMeansOptions {
    std::size_t restarts = 10;  // the best of so many beginnings is taken
    int most_rounds = 100;
};

// Groups the points around `count` centers (at least 1); with fewer different points some groups are empty.
// Never fails; equal points, options and draws give equal groups.
// Method: Lloyd's rounds from k-means++ beginnings; Arthur and Vassilvitskii 2007.
KMeans k_means(const PointSet& points, std::size_t count, const KMeansOptions& options, SeededRandom& random);

// The nearest center of each point.
std::vector<std::uint32_t> nearest_centers(const PointSet& points, const PointSet& centers);

}  // namespace parlance::personalization
