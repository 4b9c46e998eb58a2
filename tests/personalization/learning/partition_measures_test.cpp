#include "personalization/learning/partition_measures.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace parlance::personalization;
using Groups = std::vector<std::uint32_t>;

TEST_CASE("the adjusted Rand index is that of scikit-learn", "[personalization][segments]") {
    // sklearn.metrics.adjusted_rand_score
    const auto [one, other, index] = GENERATE(table<Groups, Groups, double>({
        {{0, 0, 1, 1}, {1, 1, 0, 0}, 1.0},
        {{0, 0, 1, 2}, {0, 0, 1, 1}, 0.5714285714285715},
        {{0, 0, 0, 1, 1, 1}, {0, 0, 1, 1, 2, 2}, 0.24242424242424243},
        {{0, 0, 1, 1}, {0, 1, 0, 1}, -0.5},
        {{0, 0, 0}, {0, 0, 0}, 1.0},
    }));
    CHECK(adjusted_rand_index(one, other) == Approx(index));
    CHECK(adjusted_rand_index(other, one) == Approx(index));
}

TEST_CASE("the silhouette is worked out as by hand", "[personalization][segments]") {
    const PointSet points{1, {0, 1, 10, 12}};
    // a = 1, 1, 2, 2; b = 11, 10, 9.5, 11.5
    const double wanted = (10.0 / 11 + 9.0 / 10 + 7.5 / 9.5 + 9.5 / 11.5) / 4;
    CHECK(mean_silhouette(points, Groups{0, 0, 1, 1}) == Approx(wanted));
    CHECK(mean_silhouette(points, Groups{0, 0, 0, 0}) == 0);
    // A point alone counts as 0.
    CHECK(mean_silhouette(PointSet{1, {0, 1, 10}}, Groups{0, 0, 1}) == Approx((0.9 + 8.0 / 9) / 3));
}
