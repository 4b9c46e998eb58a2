#include "personalization/learning/segment_model.h"

#include <catch2/catch.hpp>

#include "personalization/learning/segment_training.h"
#include "tests/personalization/learning/made_blobs.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

SegmentModel trained() {
    SegmentTrainingOptions options;
    options.count = 3;
    options.choosing.most = 2;
    options.choosing.bootstraps = 1;
    options.choosing.chance_draws = 2;
    options.choosing.most_rows = 50;
    return train_segments(tests::three_blobs(300, 1).features, options).value().fitted.value().model;
}

}  // namespace

TEST_CASE("a segment model read back is the one that was written", "[personalization][segments]") {
    const SegmentModel model = trained();
    const std::string bytes = model.to_bytes();
    const auto read = SegmentModel::from_bytes(bytes);
    REQUIRE(read.has_value());
    CHECK(read->to_bytes() == bytes);
    REQUIRE(read->segments.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) CHECK(read->segments[i].name == model.segments[i].name);
    const FeatureMatrix rows = tests::three_blobs(30, 2).features;
    const auto before = model.memberships(rows).value();
    const auto after = read->memberships(rows).value();
    for (std::size_t i = 0; i < before.size(); ++i) CHECK(before[i].shares == after[i].shares);
}

TEST_CASE("a segment model with any byte changed or missing is refused", "[personalization][segments]") {
    const std::string bytes = trained().to_bytes();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        CHECK(SegmentModel::from_bytes(changed).error().code == ErrorCode::bad_model);
    }
    for (std::size_t size = 0; size < bytes.size(); size += 7)
        CHECK(SegmentModel::from_bytes(bytes.substr(0, size)).error().code == ErrorCode::bad_model);
}

TEST_CASE("features are found by name, and every missing one is named", "[personalization][segments]") {
    const SegmentModel model = trained();
    const auto swapped = model.memberships({{"f3", "f2", "more", "f1", "f0"}, {8, 0, 99, 0, 8}});
    const auto straight = model.memberships({{"f0", "f1", "f2", "f3"}, {8, 0, 0, 8}});
    REQUIRE(swapped.has_value());
    CHECK(swapped->front().shares == straight->front().shares);
    const auto missing = model.memberships({{"f0", "f2"}, {1, 2}});
    CHECK(missing.error().detail.find("\"f1\"") != std::string::npos);
    CHECK(missing.error().detail.find("\"f3\"") != std::string::npos);
}
