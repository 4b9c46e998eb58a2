#include "personalization/models/life_hazards.h"

#include <catch2/catch.hpp>

#include "personalization/life_event_predictor.h"
#include "personalization/models/signal_features.h"
#include "tests/personalization/customer_builder.h"
#include "tests/personalization/learning/made_rows.h"

using namespace parlance;
using namespace parlance::personalization;
using namespace parlance::tests;

namespace {

CustomerState payments(const std::string& category, int count) {
    CustomerState state;
    for (int i = count; i > 0; --i) {
        state.apply(event_before(i, BehaviorKind::transaction, "groceries"));
        state.apply(event_before(i - 0.5, BehaviorKind::transaction, category));
    }
    return state;
}

// Who pays estate agents buys a home within 90 days, as a rule.
LifeHazards home_hazards() {
    LabelledMatrix rows;
    for (int i = 0; i < 240; ++i) {
        const bool pays = i % 2 == 0;
        auto row = signal_features(payments(pays ? "housing" : "leisure", 1 + i % 5), 40, noon);
        rows.features.names = std::move(row.names);
        rows.features.values.insert(rows.features.values.end(), row.values.begin(), row.values.end());
        rows.labels.push_back(pays != (i % 23 == 0) ? 1 : 0);
    }
    auto trained = train_binary(rows, quick_training());
    LifeHazards hazards;
    hazards.hazards.push_back({LifeEvent::home_purchase, std::chrono::days{90}, 0.5,
                               std::move(trained.value().model), FeatureBins::fit(rows.features)});
    return hazards;
}

// A predictor with those hazards.
struct Foreteller {
    LifeEventPredictor predictor{std::make_shared<const LifeHazards>(home_hazards())};

    LifeEventForecast of(LifeEvent event, const CustomerView& view) const {
        for (const auto& each : predictor.forecast(view, {}, noon)) {
            if (each.event == event) return each;
        }
        throw std::logic_error("no forecast");
    }
};

}  // namespace

TEST_CASE("a learned hazard takes the place of the rules, and says by what", "[personalization][models]") {
    const Foreteller foretold;
    CustomerView view;
    view.attributes["age"] = std::int64_t{40};
    view.state = payments("housing", 3);
    const auto forecast = foretold.of(LifeEvent::home_purchase, view);
    CHECK(forecast.probability > 0.7);
    CHECK(forecast.timeframe == Timeframe{0, 90});
    REQUIRE(forecast.horizons.size() == 1);
    CHECK(forecast.probability_within(std::chrono::days{90}) == Approx(forecast.probability));
    REQUIRE_FALSE(forecast.signals.empty());
    CHECK_THAT(forecast.signals.front().words, Catch::StartsWith("payments for "));
    view.state = payments("leisure", 3);
    CHECK(foretold.of(LifeEvent::home_purchase, view).probability < 0.3);
}

TEST_CASE("rules stand in for events without a hazard and customers without a past",
          "[personalization][models]") {
    const Foreteller foretold;
    CustomerView view;
    view.attributes = {{"age", std::int64_t{40}}, {"special_category_consent", true}};
    CHECK(foretold.of(LifeEvent::home_purchase, view).horizons.empty());
    view.state = payments("housing", 3);
    CHECK(foretold.of(LifeEvent::first_child, view).horizons.empty());
    CHECK(foretold.of(LifeEvent::first_child, view).timeframe == Timeframe{});
}

TEST_CASE("hazards of life events come back from their bytes, and damaged ones do not",
          "[personalization][models]") {
    const std::string bytes = home_hazards().to_bytes();
    const auto read = LifeHazards::from_bytes(bytes);
    REQUIRE(read.has_value());
    CHECK(read->to_bytes() == bytes);
    for (std::size_t at = 0; at < bytes.size(); at += 97) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
        CHECK_FALSE(LifeHazards::from_bytes(damaged).has_value());
    }
    CHECK_FALSE(LifeHazards::from_bytes(bytes.substr(0, bytes.size() / 2)).has_value());
}
