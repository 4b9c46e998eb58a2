#include "personalization/life_event_predictor.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "personalization/behavioral_analyzer.h"
#include "tests/personalization/customer_builder.h"

using namespace parlance;
using namespace parlance::personalization;
using parlance::tests::event_before;
using parlance::tests::noon;

namespace {

std::vector<LifeEventForecast> forecast(const CustomerView& view) {
    return LifeEventPredictor{}.forecast(view, BehavioralAnalyzer{}.analyze(view, noon), noon);
}

LifeEventForecast forecast_of(LifeEvent event, const CustomerView& view) {
    for (const auto& each : forecast(view)) {
        if (each.event == event) return each;
    }
    throw std::logic_error("no forecast");
}

// Of a customer who lets everything be inferred.
CustomerView aged(std::int64_t age) {
    CustomerView view;
    view.attributes = {{"age", age}, {"special_category_consent", true}};
    return view;
}

bool is_foretold(LifeEvent event, const CustomerView& view) {
    const auto forecasts = forecast(view);
    return std::any_of(forecasts.begin(), forecasts.end(),
                       [&](const LifeEventForecast& each) { return each.event == event; });
}

}  // namespace

TEST_CASE("there is one forecast for every life event, most likely first", "[personalization][life_events]") {
    CustomerView view;
    view.attributes = {{"special_category_consent", true}};
    const auto forecasts = forecast(view);
    REQUIRE(forecasts.size() == all_life_events().size());
    CHECK(std::is_sorted(forecasts.begin(), forecasts.end(), [](const auto& left, const auto& right) {
        return left.probability > right.probability;
    }));
    for (const auto& each : forecasts) {
        CHECK(each.probability > 0);
        CHECK(each.probability < 1);
        CHECK(each.signals.empty());
    }
}

TEST_CASE("a signal raises its life event and is named", "[personalization][life_events]") {
    const auto [kind, feature, event] = GENERATE(table<BehaviorKind, std::string, LifeEvent>({
        {BehaviorKind::chat_turn, "life_having_baby", LifeEvent::first_child},
        {BehaviorKind::transaction, "childcare", LifeEvent::first_child},
        {BehaviorKind::transaction, "wedding", LifeEvent::marriage},
        {BehaviorKind::transaction, "housing", LifeEvent::home_purchase},
        {BehaviorKind::chat_turn, "mortgage_affordability", LifeEvent::home_purchase},
        {BehaviorKind::chat_turn, "life_job_loss", LifeEvent::job_loss},
        {BehaviorKind::transaction, "inheritance", LifeEvent::inheritance},
        {BehaviorKind::life_signal, "retirement", LifeEvent::retirement},
    }));
    auto view = aged(33);
    const auto before = forecast_of(event, view);
    view.events.push_back(event_before(2, kind, feature));
    const auto after = forecast_of(event, view);
    CAPTURE(feature);
    CHECK(after.probability > before.probability);
    CHECK(after.signals.size() == before.signals.size() + 1);
}

TEST_CASE("a signal fades with a half-life of 60 days", "[personalization][life_events]") {
    auto fresh = aged(33);
    fresh.events.push_back(event_before(0, BehaviorKind::transaction, "wedding"));
    auto faded = aged(33);
    faded.events.push_back(event_before(60, BehaviorKind::transaction, "wedding"));
    const auto weight = [](const CustomerView& view) {
        for (const auto& evidence : forecast_of(LifeEvent::marriage, view).signals) {
            if (evidence.name == "wedding") return evidence.weight;
        }
        return 0.0;
    };
    CHECK(weight(faded) == Approx(weight(fresh) / 2));
}

TEST_CASE("what has happened already is unlikely to be the first", "[personalization][life_events]") {
    auto view = aged(33);
    view.events.push_back(event_before(2, BehaviorKind::transaction, "childcare"));
    view.attributes["children"] = std::int64_t{2};
    CHECK(forecast_of(LifeEvent::first_child, view).probability < 0.01);
    view.attributes["marital"] = std::string("married");
    CHECK(forecast_of(LifeEvent::marriage, view).probability < 0.01);
}

TEST_CASE("age moves life events", "[personalization][life_events]") {
    CHECK(forecast_of(LifeEvent::first_child, aged(30)).probability >
          forecast_of(LifeEvent::first_child, aged(60)).probability);
    CHECK(forecast_of(LifeEvent::retirement, aged(64)).probability >
          forecast_of(LifeEvent::retirement, aged(40)).probability);
    CHECK(forecast_of(LifeEvent::leaving_home, aged(19)).probability >
          forecast_of(LifeEvent::leaving_home, aged(45)).probability);
}

TEST_CASE("many sightings of one signal do not run away", "[personalization][life_events]") {
    auto view = aged(33);
    for (int i = 0; i < 200; ++i)
        view.events.push_back(event_before(1, BehaviorKind::transaction, "housing"));
    CHECK(forecast_of(LifeEvent::home_purchase, view).probability < 0.9F);
}

TEST_CASE("news of a life event is recognised by its intent", "[personalization][life_events]") {
    CHECK(told_by({"life_having_baby"}) == LifeEvent::first_child);
    CHECK_FALSE(told_by({"greet"}));
}

TEST_CASE("without consent nothing is inferred about a special category",
          "[personalization][life_events][pii]") {
    const auto [kind, feature, event, is_foretold_without] =
        GENERATE(table<BehaviorKind, std::string, LifeEvent, bool>({
            {BehaviorKind::transaction, "baby", LifeEvent::first_child, false},
            {BehaviorKind::article_read, "family", LifeEvent::first_child, false},
            {BehaviorKind::transaction, "wedding", LifeEvent::marriage, false},
            {BehaviorKind::chat_turn, "joint_account", LifeEvent::marriage, false},
            {BehaviorKind::chat_turn, "life_having_baby", LifeEvent::first_child, true},
            {BehaviorKind::chat_turn, "life_getting_married", LifeEvent::marriage, true},
            {BehaviorKind::life_signal, "marriage", LifeEvent::marriage, true},
            {BehaviorKind::transaction, "housing", LifeEvent::home_purchase, true},
        }));
    CAPTURE(feature);
    auto view = aged(33);
    view.events.push_back(event_before(2, kind, feature));
    CHECK(is_foretold(event, view));
    view.attributes.erase("special_category_consent");
    CHECK(is_foretold(event, view) == is_foretold_without);
}

TEST_CASE("a forecast speaks of other times too", "[personalization][life_events]") {
    const LifeEventForecast forecast{LifeEvent::home_purchase, 0.75F, {}, {}, {}};
    CHECK(forecast.probability_within(std::chrono::days{365}) == Approx(0.75));
    CHECK(forecast.probability_within(std::chrono::days{730}) == Approx(1 - 0.25 * 0.25));
    CHECK(forecast.probability_within(std::chrono::days{0}) == 0);
    CHECK(forecast.median() == std::chrono::days{183});
    const LifeEventForecast rare{LifeEvent::home_purchase, 1e-9F, {}, {}, {}};
    CHECK(rare.median() == std::chrono::days{36'500});
    CHECK(rare.probability_within(std::chrono::days{30}) < 1e-9);
}
