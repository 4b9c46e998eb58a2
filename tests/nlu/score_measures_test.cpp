#include "nlu/score_measures.h"

#include <catch2/catch.hpp>

using namespace parlance::nlu;

namespace {

// 0.01, 0.02 ... up to `count` hundredths.
std::vector<float> hundredths(int count) {
    std::vector<float> scores;
    for (int i = 1; i <= count; ++i) scores.push_back(static_cast<float>(i) / 100);
    return scores;
}

}  // namespace

TEST_CASE("the area under the curve counts ties half", "[nlu][evaluation]") {
    CHECK(area_under_roc({0.1F, 0.2F}, {0.3F, 0.4F}).value() == Approx(1));
    CHECK(area_under_roc({0.3F}, {0.3F}).value() == Approx(0.5));
    CHECK(area_under_roc({0.9F}, {0.1F}).value() == Approx(0));
    CHECK_FALSE(area_under_roc({}, {0.1F}));
}

TEST_CASE("recall is taken at the threshold that keeps the share asked for", "[nlu][evaluation]") {
    const std::vector<float> outside{0.955F, 0.965F, 0.975F, 0.985F};
    CHECK(recall_when_kept(0.95, hundredths(100), outside).value() == Approx(1));    // above 0.95
    CHECK(recall_when_kept(0.97, hundredths(100), outside).value() == Approx(0.5));  // above 0.97
    CHECK(recall_when_kept(0.95, {0.5F}, {0.5F}).value() == Approx(0));              // a tie is kept
    CHECK_FALSE(recall_when_kept(0.95, {}, outside));
    CHECK_FALSE(recall_when_kept(0.95, hundredths(3), {}));
}

TEST_CASE("false positives are counted where 95 % of the positives are found", "[nlu][evaluation]") {
    // 19 of the 20 positives are at 0.02 or above.
    const std::vector<float> outside = hundredths(20);
    CHECK(false_positives_at_recall(0.95, {0.005F, 0.015F, 0.02F, 0.5F}, outside).value() == Approx(0.5));
    CHECK(false_positives_at_recall(0.95, {0.001F}, outside).value() == Approx(0));
    CHECK_FALSE(false_positives_at_recall(0.95, {}, outside));
    CHECK_FALSE(false_positives_at_recall(0.95, outside, {}));
}

TEST_CASE("the most confident answers are measured alone", "[nlu][evaluation]") {
    const std::vector<JudgedAnswer> answers{
        {0.2F, false}, {0.9F, true}, {0.8F, true}, {0.7F, false}, {0.6F, true}};
    CHECK(accuracy_at_coverage(answers, 0.4) == Approx(1));
    CHECK(accuracy_at_coverage(answers, 0.8) == Approx(0.75));
    CHECK(accuracy_at_coverage(answers, 1) == Approx(0.6));
    CHECK(accuracy_at_coverage({{0.5F, true}, {0.5F, false}}, 0.5) == Approx(0.5));  // either could be first
    CHECK(accuracy_at_coverage({}, 0.8) == Approx(0));
}

TEST_CASE("bins hold the answers of their confidence", "[nlu][evaluation]") {
    const std::vector<JudgedAnswer> answers{{1.0F, true}, {0.95F, false}, {0.0F, false}, {0.5F, true}};
    const std::vector<ReliabilityBin> bins = reliability_bins(answers);
    REQUIRE(bins.size() == 15);
    CHECK(bins.front().from == Approx(0));
    CHECK(bins.back().to == Approx(1));
    CHECK(bins.front().count == 1);
    CHECK(bins[7].count == 1);
    CHECK(bins.back().count == 2);
    CHECK(bins.back().confidence == Approx(0.975));
    CHECK(bins.back().accuracy == Approx(0.5));
    // (2 * |0.975 - 0.5| + 1 * 0 + 1 * |0.5 - 1|) / 4
    CHECK(expected_calibration_error(bins) == Approx(0.3625));
    CHECK(expected_calibration_error(reliability_bins({})) == Approx(0));
}

TEST_CASE("a percentile is one of the values", "[nlu][evaluation]") {
    std::vector<double> values;
    for (int i = 100; i >= 1; --i) values.push_back(i);
    CHECK(percentile(values, 0.5) == Approx(50));
    CHECK(percentile(values, 0.99) == Approx(99));
    CHECK(percentile({3}, 0.99) == Approx(3));
    CHECK(percentile({}, 0.5) == Approx(0));
}
