#include "personalization/learning/drift.h"

#include <catch2/catch.hpp>

#include "personalization/learning/binary_training.h"
#include "tests/personalization/learning/made_rows.h"

using namespace parlance;
using namespace parlance::personalization;

TEST_CASE("the same population is steady, a moved feature is found", "[personalization][drift]") {
    const FeatureBins bins = FeatureBins::fit(tests::made_rows(5000, 1).features);
    for (const FeatureDrift& feature : bins.drift_to(tests::made_rows(5000, 2).features))
        CHECK(feature.psi < 0.02);
    LabelledMatrix moved = tests::made_rows(5000, 2);
    for (std::size_t i = 1; i < moved.features.values.size(); i += 3) moved.features.values[i] += 0.4F;
    const auto drifts = bins.drift_to(moved.features);
    CHECK(drifts.front().feature == "second");
    CHECK(drifts.front().psi > shifted_psi);
    CHECK(drifts[1].psi < shifting_psi);
}

TEST_CASE("values that nobody knows any more are a drift", "[personalization][drift]") {
    const FeatureBins bins = FeatureBins::fit(tests::made_rows(1000, 1).features);
    LabelledMatrix unknown = tests::made_rows(1000, 1);
    for (std::size_t i = 0; i < unknown.features.values.size(); i += 3)
        unknown.features.values[i] = std::nanf("");
    CHECK(bins.drift_to(unknown.features).front().feature == "first");
}

TEST_CASE("a new calibration makes up for a base rate that moved", "[personalization][drift]") {
    const LabelledMatrix rows = tests::made_rows(4000, 1);
    const auto training = train_binary(rows, tests::quick_training());
    REQUIRE(training.has_value());
    const FeatureBins bins = FeatureBins::fit(rows.features);
    const auto report = measure_drift(training->model, bins, tests::made_rows(4000, 2, 1.5), 42);
    REQUIRE(report.has_value());
    CHECK(report->rate > report->foretold_rate + 0.1);
    REQUIRE(report->later_half_recalibrated.has_value());
    CHECK(report->later_half.ece > 0.1);
    CHECK(report->later_half_recalibrated->ece < 0.05);
}

TEST_CASE("too few rows give no new calibration", "[personalization][drift]") {
    const LabelledMatrix rows = tests::made_rows(2000, 1);
    const auto training = train_binary(rows, tests::quick_training());
    REQUIRE(training.has_value());
    CHECK(recalibrate(training->model, tests::made_rows(30, 3), 42).error().code == ErrorCode::bad_training);
}
