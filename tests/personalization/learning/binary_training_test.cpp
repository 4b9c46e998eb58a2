#include "personalization/learning/binary_training.h"

#include <array>
#include <catch2/catch.hpp>
#include <thread>

#include "personalization/learning/cross_validation.h"
#include "personalization/learning/drivers.h"
#include "tests/personalization/learning/made_rows.h"

using namespace parlance;
using namespace parlance::personalization;

TEST_CASE("logistic regression finds the weights the rows were made with", "[personalization][learning]") {
    const LabelledMatrix rows = tests::made_rows(20000, 3);
    std::vector<double> inputs(rows.features.values.begin(), rows.features.values.end());
    const std::vector<double> labels(rows.labels.begin(), rows.labels.end());
    const LogisticWeights fitted = fit_logistic_weights(inputs, 3, labels, 1e-3);
    CHECK(fitted.weights[0] == Approx(2).margin(0.1));
    CHECK(fitted.weights[1] == Approx(0).margin(0.15));
    CHECK(fitted.weights[2] == Approx(-1).margin(0.15));
    CHECK(fitted.constant == Approx(0).margin(0.15));
}

TEST_CASE("training is the same twice and learns what there is", "[personalization][learning]") {
    const LabelledMatrix rows = tests::made_rows(3000, 1);
    const auto first = train_binary(rows, tests::quick_training());
    const auto second = train_binary(rows, tests::quick_training());
    REQUIRE(first.has_value());
    REQUIRE(second.has_value());
    nlu::SectionWriter one;
    nlu::SectionWriter other;
    first->model.write(one);
    second->model.write(other);
    CHECK(one.take() == other.take());
    const LabelledMatrix unseen = tests::made_rows(3000, 2);
    const BinaryMeasures measures =
        measure_binary(*first->model.probabilities(unseen.features), unseen.labels);
    CHECK(measures.roc_auc.value() > 0.88);
    CHECK(measures.accuracy > measures.majority_accuracy);
    CHECK(measures.ece < 0.04);
}

TEST_CASE("contributions and a constant sum up to every margin", "[personalization][learning]") {
    const LabelledMatrix rows = tests::made_rows(1000, 1);
    TreeOptions options;
    options.depth = 3;
    const auto trees = BoostedTrees::train(rows, options, 40);
    REQUIRE(trees.has_value());
    const LogisticModel logistic = LogisticModel::train(rows, 1);
    for (const std::size_t row : {std::size_t{0}, std::size_t{17}, std::size_t{999}}) {
        const FeatureMatrix one = rows.features.rows(std::vector{row});
        const auto sum = [](const std::vector<double>& parts) {
            double total = 0;
            for (const double part : parts) total += part;
            return total;
        };
        CHECK(sum(*trees->contributions(one.row(0))) == Approx(trees->margins(one)->front()).margin(1e-4));
        CHECK(sum(logistic.contributions(one.row(0))) == Approx(logistic.margins(one).front()));
    }
}

TEST_CASE("several threads get what one gets", "[personalization][learning]") {
    const LabelledMatrix rows = tests::made_rows(400, 1);
    const auto trees = BoostedTrees::train(rows, {}, 60);
    REQUIRE(trees.has_value());
    std::vector<std::vector<double>> alone;
    for (std::size_t i = 0; i < rows.size(); ++i)
        alone.push_back(*trees->contributions(rows.features.row(i)));
    const std::vector<double> margins = *trees->margins(rows.features);
    std::array<std::size_t, 3> different{};
    std::vector<std::thread> threads;
    for (std::size_t& count : different) {
        threads.emplace_back([&] {
            for (std::size_t i = 0; i < rows.size(); ++i) {
                if (*trees->contributions(rows.features.row(i)) != alone[i]) ++count;
                if (trees->margins(rows.features.rows(std::vector{i}))->front() != margins[i]) ++count;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(different == std::array<std::size_t, 3>{});
}

TEST_CASE("drivers say in words what moved a forecast", "[personalization][learning]") {
    const LabelledMatrix rows = tests::made_rows(2000, 1);
    const auto training = train_binary(rows, tests::quick_training());
    REQUIRE(training.has_value());
    const FeatureBins bins = FeatureBins::fit(rows.features);
    const std::vector<float> row = {1.95F, 0.5F, 0};
    const auto drivers = drivers_of(training->model, bins, row, 2);
    REQUIRE(drivers.has_value());
    REQUIRE(drivers->size() == 2);
    CHECK(drivers->front().words == "first is 1.95, among the highest tenth: raises the chance much");
    CHECK(drivers->back().words == "third is not yes: raises the chance");
}

TEST_CASE("too few rows of an answer are refused", "[personalization][learning]") {
    LabelledMatrix rows = tests::made_rows(100, 1);
    for (std::uint8_t& label : rows.labels) label = 0;
    rows.labels.front() = 1;
    const auto training = train_binary(rows, tests::quick_training());
    REQUIRE_FALSE(training.has_value());
    CHECK(training.error().code == ErrorCode::bad_training);
    CHECK(training.error().detail.find("at least 12") != std::string::npos);
}

TEST_CASE("a model refuses rows with other columns", "[personalization][learning]") {
    const LabelledMatrix rows = tests::made_rows(1000, 1);
    const auto training = train_binary(rows, tests::quick_training());
    REQUIRE(training.has_value());
    FeatureMatrix other = rows.features;
    other.names.back() = "fourth";
    CHECK(training->model.probabilities(other).error().code == ErrorCode::bad_model);
}
