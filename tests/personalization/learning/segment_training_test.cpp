#include "personalization/learning/segment_training.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "personalization/learning/partition_measures.h"
#include "tests/personalization/learning/made_blobs.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

// A search that takes a moment.
SegmentTrainingOptions quick(std::uint32_t seed = 42) {
    SegmentTrainingOptions options;
    options.choosing.seed = seed;
    options.choosing.most = 5;
    options.choosing.bootstraps = 5;
    options.choosing.chance_draws = 5;
    options.choosing.most_rows = 300;
    return options;
}

std::vector<std::uint32_t> segments_of(const SegmentModel& model, const FeatureMatrix& features) {
    std::vector<std::uint32_t> segments;
    for (const SegmentMembership& member : model.memberships(features).value())
        segments.push_back(member.segment);
    return segments;
}

}  // namespace

TEST_CASE("groups that lie apart are found, and how many they are", "[personalization][segments]") {
    const auto [name, made, count] = GENERATE(table<std::string, tests::MadeBlobs, std::size_t>({
        {"three", tests::three_blobs(600, 1), 3},
        {"two", tests::made_blobs({{0, 0}, {7, 7}}, 400, 2), 2},
        {"five", tests::made_blobs({{0, 0}, {9, 0}, {0, 9}, {9, 9}, {18, 4}}, 1000, 3), 5},
    }));
    CAPTURE(name);
    const auto training = train_segments(made.features, quick());
    REQUIRE(training.has_value());
    CHECK(training->choice.count == count);
    REQUIRE(training->fitted.has_value());
    const auto segments = segments_of(training->fitted->model, made.features);
    CHECK(adjusted_rand_index(segments, made.blobs) > 0.95);
    CHECK(training->fitted->agreement > 0.95);
}

TEST_CASE("rows that do not fall apart have no segments", "[personalization][segments]") {
    const std::uint64_t seed = GENERATE(1U, 2U, 3U);
    tests::MadeBlobs made = tests::made_blobs({{0, 0, 0}}, 500, seed);
    SECTION("a round cloud") {}
    SECTION("a long cloud") {
        for (std::size_t i = 0; i < made.features.values.size(); i += 3)
            made.features.values[i + 1] = 3 * made.features.values[i] + made.features.values[i + 1];
    }
    const auto training = train_segments(made.features, quick());
    REQUIRE(training.has_value());
    CHECK(training->choice.count == 1);
    CHECK_FALSE(training->choice.trials.empty());
    CHECK_FALSE(training->fitted.has_value());
}

TEST_CASE("columns that tell nothing do not disturb the segments", "[personalization][segments]") {
    const tests::MadeBlobs made = tests::three_blobs(600, 4);
    FeatureMatrix wider{made.features.names, {}};
    wider.names.insert(wider.names.end(), {"constant", "never known"});
    for (std::size_t i = 0; i < made.features.size(); ++i) {
        const auto row = made.features.row(i);
        wider.values.insert(wider.values.end(), row.begin(), row.end());
        wider.values.insert(wider.values.end(), {7.0F, std::numeric_limits<float>::quiet_NaN()});
        // One value in twenty is missing where the others tell the segment all the same.
        if (i % 20 == 0) wider.values[i * wider.width()] = std::numeric_limits<float>::quiet_NaN();
    }
    const auto training = train_segments(wider, quick());
    REQUIRE(training.has_value());
    REQUIRE(training->fitted.has_value());
    CHECK(training->fitted->model.scaling.names() == made.features.names);
    CHECK(adjusted_rand_index(segments_of(training->fitted->model, wider), made.blobs) > 0.95);
}

TEST_CASE("rows without anything to tell them apart are refused", "[personalization][segments]") {
    FeatureMatrix constant{{"same"}, std::vector<float>(50, 3.0F)};
    CHECK(train_segments(constant, quick()).error().code == ErrorCode::bad_training);
    const auto few = tests::three_blobs(19, 1);
    CHECK(train_segments(few.features, quick()).error().detail.find("20 rows") != std::string::npos);
}

TEST_CASE("equal seeds give equal segment models", "[personalization][segments]") {
    const tests::MadeBlobs made = tests::three_blobs(400, 5);
    const auto one = train_segments(made.features, quick(7));
    const auto other = train_segments(made.features, quick(7));
    REQUIRE(one.has_value());
    REQUIRE(other.has_value());
    CHECK(one->fitted->model.to_bytes() == other->fitted->model.to_bytes());
    CHECK(one->choice.trials.front().stability == other->choice.trials.front().stability);
}

TEST_CASE("a row between two segments belongs to both", "[personalization][segments]") {
    const tests::MadeBlobs made = tests::made_blobs({{0, 0}, {7, 7}}, 2000, 6);
    const auto training = train_segments(made.features, quick());
    REQUIRE(training.has_value());
    REQUIRE(training->fitted.has_value());
    const auto members =
        training->fitted->model.memberships({{"f0", "f1"}, {3.5F, 3.5F, 0.0F, 0.0F}}).value();
    CHECK(members[0].shares[0] == Approx(0.5).margin(0.25));
    CHECK(members[0].shares[0] + members[0].shares[1] == Approx(1));
    CHECK(*std::max_element(members[1].shares.begin(), members[1].shares.end()) > 0.999);
}

TEST_CASE("segments are named by what sets them apart", "[personalization][segments]") {
    const tests::MadeBlobs made = tests::three_blobs(600, 8);
    FeatureMatrix named = made.features;
    named.names = {"Total_Spent", "Logins", "Balance", "Age"};
    const auto training = train_segments(named, quick());
    REQUIRE(training.has_value());
    REQUIRE(training->fitted.has_value());
    std::vector<std::string> names;
    for (const SegmentDescription& segment : training->fitted->model.segments) names.push_back(segment.name);
    const auto has_words = [&](const std::string& words) {
        return std::any_of(names.begin(), names.end(),
                           [&](const std::string& name) { return name.find(words) != std::string::npos; });
    };
    CAPTURE(names);
    CHECK(has_words("high total spent"));
    CHECK(has_words("high logins"));
    CHECK(has_words("low balance"));
    std::sort(names.begin(), names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
}

TEST_CASE("long tails are read on a logarithmic scale", "[personalization][segments]") {
    const tests::MadeBlobs made = tests::made_blobs({{2, 0}, {9, 0}}, 600, 9);
    FeatureMatrix tailed = made.features;
    for (std::size_t i = 0; i < tailed.values.size(); i += 2) tailed.values[i] = std::exp(tailed.values[i]);
    const auto training = train_segments(tailed, quick());
    REQUIRE(training.has_value());
    REQUIRE(training->fitted.has_value());
    CHECK(adjusted_rand_index(segments_of(training->fitted->model, tailed), made.blobs) > 0.95);
}
