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

CustomerView aged(std::int64_t age) {
    CustomerView view;
    view.attributes = {{"age", age}};
    return view;
}

}  // namespace

TEST_CASE("there is one forecast for every life event, most likely first", "[personalization][life_events]") {
    const auto forecasts = forecast({});
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
