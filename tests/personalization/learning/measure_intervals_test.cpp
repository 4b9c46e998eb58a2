#include "personalization/learning/measure_intervals.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "personalization/learning/binary_measures.h"
#include "personalization/seeded_random.h"

using namespace parlance::personalization;

namespace {

struct Sample {
    std::vector<double> probabilities;
    std::vector<std::uint8_t> labels;
};

// Probabilities that hold, between 0 and .5.
Sample drawn(std::uint64_t seed, std::size_t rows) {
    SeededRandom random(seed);
    Sample sample;
    for (std::size_t i = 0; i < rows; ++i) {
        sample.probabilities.push_back(random.uniform() / 2);
        sample.labels.push_back(random.uniform() < sample.probabilities.back() ? 1 : 0);
    }
    return sample;
}

double width(const MeasureInterval& interval) {
    return interval.high - interval.low;
}

}  // namespace

TEST_CASE("an interval holds what was measured, and the same for the same seed",
          "[personalization][measures]") {
    const Sample sample = drawn(1, 800);
    const auto intervals = measure_intervals(sample.probabilities, sample.labels, {}, {7, 400});
    const auto again = measure_intervals(sample.probabilities, sample.labels, {}, {7, 400});
    const auto measures = named_measures(measure_binary(sample.probabilities, sample.labels));
    REQUIRE(intervals.size() == 4);
    for (std::size_t i = 0; i < intervals.size(); ++i) {
        CAPTURE(intervals[i].key);
        const auto measure = std::find_if(measures.begin(), measures.end(), [&](const NamedMeasure& one) {
            return one.key == intervals[i].key;
        });
        REQUIRE(measure != measures.end());
        CHECK(intervals[i].low < *measure->value);
        CHECK(intervals[i].high > *measure->value);
        CHECK(intervals[i].low == again[i].low);
        CHECK(intervals[i].high == again[i].high);
    }
}

TEST_CASE("intervals cover the truth about 95 times of 100", "[personalization][measures]") {
    const Sample large = drawn(99, 200'000);
    const double truth = *measure_binary(large.probabilities, large.labels).roc_auc;
    int covered = 0;
    for (std::uint64_t seed = 100; seed < 300; ++seed) {
        const Sample sample = drawn(seed, 400);
        const auto area = measure_intervals(sample.probabilities, sample.labels, {}, {1, 300}).front();
        covered += area.low <= truth && truth <= area.high ? 1 : 0;
    }
    CAPTURE(covered);
    CHECK(covered >= 180);
    CHECK(covered <= 199);
}

TEST_CASE("rows of one group are drawn together", "[personalization][measures]") {
    const Sample sample = drawn(3, 500);
    Sample fourfold;
    std::vector<std::uint32_t> groups;
    for (int copy = 0; copy < 4; ++copy) {
        for (std::uint32_t row = 0; row < 500; ++row) {
            fourfold.probabilities.push_back(sample.probabilities[row]);
            fourfold.labels.push_back(sample.labels[row]);
            groups.push_back(row);
        }
    }
    const auto once = measure_intervals(sample.probabilities, sample.labels, {}, {5, 600}).front();
    const auto grouped = measure_intervals(fourfold.probabilities, fourfold.labels, groups, {5, 600}).front();
    const auto apart = measure_intervals(fourfold.probabilities, fourfold.labels, {}, {5, 600}).front();
    CHECK(width(grouped) == Approx(width(once)).epsilon(0.01));  // copies say nothing new
    CHECK(width(apart) < 0.7 * width(once));
}

TEST_CASE("without both answers there is no interval", "[personalization][measures]") {
    const std::vector<double> probabilities = {0.1, 0.2, 0.3};
    CHECK(measure_intervals(probabilities, std::vector<std::uint8_t>{0, 0, 0}, {}, {}).empty());
    CHECK(measure_intervals({}, {}, {}, {}).empty());
}
