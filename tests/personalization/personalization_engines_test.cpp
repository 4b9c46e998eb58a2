#include "personalization/personalization_engines.h"

#include <catch2/catch.hpp>

#include "tests/personalization/customer_builder.h"
#include "tests/personalization/small_catalogue.h"

using namespace parlance;
using namespace parlance::personalization;
using namespace parlance::tests;

namespace {

PersonalizationEngines framework() {
    auto catalogue = std::make_shared<Catalogue>();
    catalogue->items = {item_of("save", "savings", "open_savings")};
    catalogue->offers = {offer_of("saver", RecommendationKind::savings, "open_savings")};
    catalogue->offers[0].life_events = {"first_child"};
    return PersonalizationEngines(catalogue);
}

CustomerView customer() {
    CustomerView view;
    view.attributes = {{"age", std::int64_t{33}}};
    view.events = {event_before(2, BehaviorKind::chat_turn, "life_having_baby")};
    return view;
}

}  // namespace

TEST_CASE("the four engines answer together", "[personalization][framework]") {
    const auto result = framework().personalize(customer(), moment_of("open_savings", "savings"));
    CHECK(result.profile.stage.value == LifeStage::starter);
    REQUIRE_FALSE(result.life_events.empty());
    CHECK(result.life_events[0].event == LifeEvent::first_child);
    CHECK(result.life_events[0].services == std::vector<OfferId>{{"saver"}});
    REQUIRE(result.content.size() == 1);
    REQUIRE(result.recommendations.size() == 1);
}

TEST_CASE("the same customer and moment give the same answer", "[personalization][framework]") {
    const auto first = framework().personalize(customer(), moment_of("open_savings", "savings"));
    const auto second = framework().personalize(customer(), moment_of("open_savings", "savings"));
    CHECK(first.recommendations == second.recommendations);
    CHECK(first.profile.churn.probability == second.profile.churn.probability);
}

TEST_CASE("the behaviour of a customer who objects to profiling is not used",
          "[personalization][framework]") {
    auto view = customer();
    view.attributes["profiling_consent"] = false;
    const auto result = framework().personalize(view, moment_of("open_savings", "savings"));
    CHECK(result.profile.engagement.confidence == 0);
    for (const auto& forecast : result.life_events) {
        for (const auto& signal : forecast.signals) CHECK(signal.name == "age");
    }
}

TEST_CASE("a catalogue without anything still gives a profile", "[personalization][framework]") {
    const PersonalizationEngines empty(std::make_shared<Catalogue>());
    const auto result = empty.personalize(customer(), moment_of("open_savings"));
    CHECK(result.recommendations.empty());
    CHECK(result.content.empty());
    // Of the two special categories only what was told: the child, not a marriage.
    CHECK(result.life_events.size() == all_life_events().size() - 1);
}
