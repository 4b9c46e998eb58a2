#include "personalization/models/churn_forecast.h"

#include <catch2/catch.hpp>

#include "personalization/behavioral_analyzer.h"
#include "personalization/customer_features.h"
#include "tests/personalization/models/small_models.h"

using namespace parlance;
using namespace parlance::personalization;
using namespace parlance::tests;

TEST_CASE("a churn model of events judges what is remembered of a customer", "[personalization][models]") {
    const auto model = silence_model();
    const auto present = forecast_churn(model, silent_for(3), noon).value();
    const auto absent = forecast_churn(model, silent_for(100), noon).value();
    CHECK(present.probability < 0.2);
    CHECK(absent.probability > 0.8);
    CHECK(absent.probability == churn_probability(model, silent_for(100), noon).value());
    CHECK(absent.is_learned);
    CHECK(absent.horizon == std::chrono::days{90});
    CHECK(absent.confidence > 0.5);
    REQUIRE_FALSE(absent.drivers.empty());
    CHECK(absent.drivers.front().weight > 0);
}

TEST_CASE("drivers of a learned risk are in words, not in names of columns", "[personalization][models]") {
    const auto risk = forecast_churn(silence_model(), silent_for(100), noon).value();
    for (const Evidence& driver : risk.drivers) {
        CAPTURE(driver.name, driver.words);
        REQUIRE(find_feature(driver.name) != nullptr);
        CHECK(driver.words.starts_with(words_of(*find_feature(driver.name)) + ": "));
    }
}

TEST_CASE("of somebody without events the risk is the base rate, without confidence",
          "[personalization][models]") {
    const auto model = silence_model();
    const auto risk = forecast_churn(model, {}, noon).value();
    CHECK(risk.probability == model.base_rate);
    CHECK(risk.confidence == 0);
    CHECK(risk.drivers.empty());
}

TEST_CASE("a model of tables does not judge customers", "[personalization][models]") {
    auto model = silence_model();
    model.events.reset();
    CHECK(churn_probability(model, silent_for(3), noon).error().code == ErrorCode::bad_model);
}

TEST_CASE("the analyzer takes the learned risk where there is a model, points elsewhere",
          "[personalization][models]") {
    CustomerView view;
    view.state = silent_for(100);
    const auto model = std::make_shared<const ChurnModel>(silence_model());
    const auto learned = BehavioralAnalyzer({model, nullptr}).analyze(view, noon).churn;
    CHECK(learned.is_learned);
    CHECK(learned.probability == churn_probability(*model, view.state, noon).value());
    const auto by_points = BehavioralAnalyzer().analyze(view, noon).churn;
    CHECK_FALSE(by_points.is_learned);
    CHECK(by_points.probability == Approx(0.06));
}

TEST_CASE("features are put in words that a number can follow", "[personalization][models]") {
    const auto [name, words] = GENERATE(table<std::string, std::string>({
        {"days_since_complaint", "days since the last complaint"},
        {"visit_gap_days_mean", "days between two visits"},
        {"channel_app_share", "share of acts in the app"},
        {"streak_days", "days in a row up to now"},
        {"active_days", "days with an own act"},
        {"balance", "the newest balance that was seen"},
        {"visit_gap_days_deviation", "how much the time between visits varies"},
    }));
    REQUIRE(find_feature(name) != nullptr);
    CHECK(words_of(*find_feature(name)) == words);
    CHECK(find_feature(name + "s") == nullptr);
}
