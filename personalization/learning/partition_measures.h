#pragma once

#include <cstdint>
#include <span>

#include "personalization/learning/point_set.h"

namespace parlance::personalization {

// How alike two groupings of the same points are, whatever the groups are called: 1 for equal ones, about 0
// for groupings that have nothing to do with each other.
// Method: adjusted Rand index; Hubert and Arabie 1985.
double adjusted_rand_index(std::span<const std::uint32_t> one, std::span<const std::uint32_t> other);

// How much nearer points are to their own group than to the next one, on average, in [-1, 1]; 0 when there
// is but one group. Takes time in the square of the points: draw a sample first.
// Method: silhouette; Rousseeuw 1987. A point alone in its group counts as 0.
double mean_silhouette(const PointSet& points, std::span<const std::uint32_t> groups);

}  // namespace parlance::personalization
