#include "personalization/models/behavior_models.h"

#include <catch2/catch.hpp>

#include "dialogue/storage/temporary_folder.h"
#include "personalization/models/behavior_segment.h"
#include "tests/personalization/models/small_models.h"

using namespace parlance;
using namespace parlance::personalization;
using namespace parlance::tests;

TEST_CASE("models of behaviour are read from their files", "[personalization][models]") {
    const auto folder = dialogue::TemporaryFolder::make().value();
    const auto file = folder.path() / "left.churn";
    const auto model = silence_model();
    REQUIRE(model.save(file).has_value());
    const auto loaded = load_behavior_models({file, {}});
    REQUIRE(loaded.has_value());
    REQUIRE(loaded->churn != nullptr);
    CHECK(loaded->churn->to_bytes() == model.to_bytes());
    CHECK(loaded->segments == nullptr);
    CHECK(load_behavior_models({}).value().churn == nullptr);
}

TEST_CASE("everything that is wrong with models of behaviour is told at once", "[personalization][models]") {
    const auto folder = dialogue::TemporaryFolder::make().value();
    auto model = silence_model();
    model.events.reset();
    model.log = LogReading{std::chrono::days{90}, {}};
    const auto of_payments = folder.path() / "payments.churn";
    REQUIRE(model.save(of_payments).has_value());
    const auto absent = folder.path() / "absent.segments";
    const auto loaded = load_behavior_models({of_payments, absent});
    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().detail.find(absent.string()) != std::string::npos);
    CHECK(loaded.error().detail.find("train one with --events") != std::string::npos);
}

TEST_CASE("a model that needs a feature which is not remembered is refused by its name",
          "[personalization][models]") {
    const auto folder = dialogue::TemporaryFolder::make().value();
    auto rows = made_rows(300, 1);
    auto trained = train_binary(rows, quick_training());
    const ChurnModel model{"left",
                           "yes",
                           0.5,
                           {},
                           std::nullopt,
                           std::chrono::days{90},
                           std::move(trained.value().model),
                           FeatureBins::fit(rows.features)};
    const auto file = folder.path() / "odd.churn";
    REQUIRE(model.save(file).has_value());
    const auto loaded = load_behavior_models({file, {}});
    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().code == ErrorCode::bad_model);
    for (const char* name : {"\"first\"", "\"second\"", "\"third = yes\""})
        CHECK(loaded.error().detail.find(name) != std::string::npos);
}

TEST_CASE("a customer has a share in each segment that was found in behaviour", "[personalization][models]") {
    SegmentTrainingOptions options;
    options.count = 2;
    const auto training = train_segments(states_by_silence(), options);
    REQUIRE(training.has_value());
    REQUIRE(training->fitted.has_value());
    const auto& model = training->fitted->model;
    const auto here = place_in_segments(model, silent_for(1), noon).value();
    const auto gone = place_in_segments(model, silent_for(118), noon).value();
    CHECK(here.name != gone.name);
    CHECK(here.shares.size() == 2);
    CHECK(here.shares[0] + here.shares[1] == Approx(1));
    CHECK(here.share == std::max(here.shares[0], here.shares[1]));
}
