#include "personalization/learning/folds.h"

#include <catch2/catch.hpp>

#include <map>
#include <numeric>
#include <set>

using namespace parlance::personalization;

TEST_CASE("the seeded shuffle is NumPy's", "[personalization][folds]") {
    std::vector<std::size_t> values(10);
    std::iota(values.begin(), values.end(), std::size_t{0});
    SeededShuffle(42).shuffle(values);
    // numpy.random.RandomState(42).permutation(10)
    CHECK(values == std::vector<std::size_t>{8, 1, 5, 0, 7, 2, 9, 4, 3, 6});
}

TEST_CASE("stratified folds part every row once and share the positives out", "[personalization][folds]") {
    std::vector<std::uint8_t> labels(103, 0);
    for (std::size_t i = 0; i < labels.size(); i += 5) labels[i] = 1;
    const auto splits = stratified_folds(labels, 5, 42);
    std::multiset<std::size_t> tested;
    for (const Split& split : splits) {
        tested.insert(split.test.begin(), split.test.end());
        std::size_t positives = 0;
        for (const std::size_t row : split.test) positives += labels[row];
        CHECK(positives >= 4);
        CHECK(positives <= 5);
        CHECK(split.training.size() + split.test.size() == labels.size());
    }
    CHECK(tested.size() == labels.size());
    CHECK(std::set<std::size_t>(tested.begin(), tested.end()).size() == labels.size());
    CHECK(stratified_folds(labels, 5, 42).front().test == splits.front().test);
    CHECK(stratified_folds(labels, 5, 43).front().test != splits.front().test);
}

TEST_CASE("a group stays on one side of every split", "[personalization][folds]") {
    std::vector<std::uint32_t> groups;
    for (std::uint32_t person = 0; person < 40; ++person) groups.insert(groups.end(), person % 6 + 1, person);
    const auto splits = grouped_folds(groups, 5, 42);
    for (const Split& split : splits) {
        std::set<std::uint32_t> known;
        for (const std::size_t row : split.training) known.insert(groups[row]);
        for (const std::size_t row : split.test) CHECK_FALSE(known.contains(groups[row]));
        CHECK(split.test.size() * 5 > groups.size() * 9 / 10);
    }
}

TEST_CASE("a temporal split keeps the later rows back", "[personalization][folds]") {
    const std::vector<std::size_t> order = {4, 2, 0, 1, 3};
    const Split split = temporal_split(order, 0.8);
    CHECK(split.training == std::vector<std::size_t>{4, 2, 0, 1});
    CHECK(split.test == std::vector<std::size_t>{3});
}
