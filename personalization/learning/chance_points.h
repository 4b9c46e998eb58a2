#pragma once

#include <vector>

#include "personalization/learning/point_set.h"
#include "personalization/seeded_random.h"

namespace parlance::personalization {

// Draws points that are spread as far as given ones are, in the same directions, but have no groups: what
// any grouping finds in them is found by chance. Immutable; the caller's generator makes the draws.
// Methods: one Gaussian of the same covariance (Liu, Hayes, Nobel and Marron 2008); a box along the principal
// axes, filled evenly (Tibshirani, Walther and Hastie 2001).
class ChancePoints {
public:
    explicit ChancePoints(const PointSet& like);

    PointSet gaussian(std::size_t count, SeededRandom& random) const;
    PointSet box(std::size_t count, SeededRandom& random) const;

private:
    // A step along a principal axis, and how far the points reach along it from their mean.
    struct Axis {
        std::vector<double> direction;
        double deviation = 0;
        double least = 0;
        double most = 0;
    };
    template <typename Draw>
    PointSet drawn(std::size_t count, const Draw& step) const;

    std::vector<double> mean_;
    std::vector<Axis> axes_;
};

}  // namespace parlance::personalization
