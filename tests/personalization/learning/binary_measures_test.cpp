#include "personalization/learning/binary_measures.h"

#include <catch2/catch.hpp>

using namespace parlance::personalization;

TEST_CASE("measures of ten rows are those worked out by hand", "[personalization][measures]") {
    const std::vector<double> chances = {0.9, 0.8, 0.7, 0.6, 0.4, 0.3, 0.2, 0.2, 0.1, 0.1};
    const std::vector<std::uint8_t> labels = {1, 1, 0, 1, 0, 0, 1, 0, 0, 0};
    const BinaryMeasures measures = measure_binary(chances, labels);
    CHECK(measures.accuracy == Approx(0.8));
    CHECK(measures.majority_accuracy == Approx(0.6));
    // Pairs won: 6, 6, 5, and 2 + .5 for the tie at .2.
    CHECK(measures.roc_auc.value() == Approx(19.5 / 24));
    // Precision at each positive: 1, 1, 3/4, and 4/8 at the end of the tie.
    CHECK(measures.pr_auc.value() == Approx((1 + 1 + 0.75 + 0.5) / 4));
    CHECK(measures.brier == Approx(0.165));
    CHECK(measures.f1 == Approx(0.75));
    CHECK(measures.precision_at_10 == Approx(1));
    CHECK(measures.precision_at_20 == Approx(1));
    CHECK(measures.capture_at_20 == Approx(0.5));
    CHECK(measures.lift_at_10 == Approx(2.5));
}

TEST_CASE("rows of one answer have no ranking to measure", "[personalization][measures]") {
    const std::vector<double> chances = {0.1, 0.2};
    const BinaryMeasures none = measure_binary(chances, std::vector<std::uint8_t>{0, 0});
    CHECK_FALSE(none.roc_auc.has_value());
    CHECK_FALSE(none.pr_auc.has_value());
    CHECK(none.accuracy == 1);
    CHECK(measure_binary({}, {}).rows == 0);
}

TEST_CASE("equal probabilities at the border count in part", "[personalization][measures]") {
    const std::vector<double> chances(10, 0.5);
    const std::vector<std::uint8_t> labels = {1, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    CHECK(measure_binary(chances, labels).precision_at_10 == Approx(0.2));
}

TEST_CASE("the spread over parts has mean and deviation", "[personalization][measures]") {
    std::vector<BinaryMeasures> parts(2);
    parts[0].accuracy = 0.8;
    parts[1].accuracy = 0.9;
    const auto spread = spread_of(parts);
    CHECK(spread.front().key == "accuracy");
    CHECK(spread.front().mean == Approx(0.85));
    CHECK(spread.front().deviation == Approx(0.0707107));
}
