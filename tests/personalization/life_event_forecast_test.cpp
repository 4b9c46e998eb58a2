#include "personalization/life_event_forecast.h"

#include <catch2/catch.hpp>

using namespace parlance::personalization;
using std::chrono::days;

namespace {

LifeEventForecast learned(std::vector<HorizonChance> horizons) {
    LifeEventForecast forecast{LifeEvent::marriage, 0, {}, {}, {}, std::move(horizons)};
    forecast.probability = static_cast<float>(forecast.horizons.back().probability);
    return forecast;
}

}  // namespace

TEST_CASE("a learned forecast says at its horizons what was learned", "[personalization][life]") {
    const auto forecast = learned({{days{30}, 0.10}, {days{90}, 0.25}, {days{365}, 0.60}});
    for (const auto& [horizon, probability] : forecast.horizons)
        CHECK(forecast.probability_within(horizon) == Approx(probability));
    CHECK(forecast.probability_within(days{0}) == 0);
    CHECK(forecast.probability_within(days{60}) > 0.10);
    CHECK(forecast.probability_within(days{60}) < 0.25);
    CHECK(forecast.probability_within(days{3650}) > 0.99);
}

TEST_CASE("a longer time is never less likely, whatever the models say", "[personalization][life]") {
    const auto forecast = learned({{days{30}, 0.30}, {days{90}, 0.20}, {days{365}, 0.5}});
    double before = 0;
    for (int day = 1; day < 1000; day += 7) {
        const double now = forecast.probability_within(days{day});
        CHECK(now >= before);
        before = now;
    }
}

TEST_CASE("the median is where the chance is one half", "[personalization][life]") {
    const auto [horizons, median] = GENERATE(table<std::vector<HorizonChance>, int>({
        {{{days{100}, 0.5}}, 100},
        {{{days{100}, 0.75}}, 50},
        {{{days{30}, 0.0}, {days{90}, 0.75}}, 60},
        {{{days{365}, 0.0}}, 36'500},
        {{{days{100}, 0.25}, {days{200}, 0.5}}, 200},
    }));
    const auto forecast = learned(horizons);
    CHECK(forecast.median() == days{median});
    if (median < 36'500) CHECK(forecast.probability_within(days{median}) == Approx(0.5).margin(0.01));
}
