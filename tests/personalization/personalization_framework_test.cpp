#include "personalization/personalization_framework.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "dialogue/storage/temporary_folder.h"
#include "tests/pack_root.h"
#include "tests/personalization/customer_builder.h"

using namespace parlance;
using namespace parlance::personalization;
using namespace parlance::tests;

namespace {

// The banking pack over a folder of its own, at noon.
struct Bank {
    dialogue::TemporaryFolder folder = dialogue::TemporaryFolder::make().value();
    PersonalizationFramework framework =
        PersonalizationFramework::open(
            {.pack = pack_root(), .folder = folder.path() / "behavior", .clock = [] { return noon; }})
            .value();
    CustomerId client{"C001"};
    Attributes portfolio{{"age", std::int64_t{34}}, {"monthly_income", 4200.0}, {"reserve_months", 7.0}};

    void track(double days_ago, BehaviorKind kind, const std::string& feature) {
        const auto receipt = framework.track_behavior(event_before(days_ago, kind, feature));
        REQUIRE(receipt.has_value());
        REQUIRE(receipt->outcome == IngestReceipt::Outcome::accepted);
    }
    void look_for_a_home() {
        track(6, BehaviorKind::chat_turn, "mortgage_affordability");
        track(5, BehaviorKind::article_read, "mortgage");
        track(3, BehaviorKind::transaction, "housing");
    }
};

ContentItem guide(const std::string& id) {
    ContentItem item;
    item.id.text = id;
    item.title = {{"en", "How much home"}};
    item.topics = {{"mortgage"}};
    return item;
}

bool is_among(const std::vector<RankedContent>& content, const std::string& id) {
    return std::any_of(content.begin(), content.end(),
                       [&](const RankedContent& ranked) { return ranked.id.text == id; });
}

}  // namespace

TEST_CASE("what a client does comes out as profile, forecasts, content and offers",
          "[personalization][framework]") {
    Bank bank;
    bank.look_for_a_home();
    const auto profile = bank.framework.analyze_client_behavior(bank.client, bank.portfolio).value();
    CHECK(profile.engagement.confidence > 0);
    CHECK(profile.stage.value == LifeStage::starter);
    const auto forecasts = bank.framework.predict_life_events(bank.client, bank.portfolio).value();
    CHECK(forecasts.front().event == LifeEvent::home_purchase);
    CHECK_FALSE(forecasts.front().services.empty());
    const auto content = bank.framework.recommend_content(bank.client, profile, 3).value();
    REQUIRE(content.size() == 3);
    CHECK_FALSE(content.front().reasons.empty());
    const auto offers = bank.framework.generate_recommendations(bank.client, bank.portfolio).value();
    REQUIRE_FALSE(offers.empty());
    CHECK_FALSE(offers.front().reasons.empty());
    const auto all = bank.framework.personalize_client_experience(bank.client, bank.portfolio).value();
    CHECK(all.recommendations == offers);
    CHECK(all.life_events.front().event == LifeEvent::home_purchase);
}

TEST_CASE("a client of whom nothing is known is offered nothing out of the blue",
          "[personalization][framework]") {
    const Bank bank;
    const auto all = bank.framework.personalize_client_experience(bank.client, {}).value();
    CHECK(all.profile.engagement.confidence == 0);
    CHECK(all.content.empty());
    CHECK(all.recommendations.empty());
}

TEST_CASE("an event counts once however often it comes, and a refused one says why",
          "[personalization][framework]") {
    Bank bank;
    const auto event = event_before(1, BehaviorKind::login, "app");
    CHECK(bank.framework.track_behavior(event).value().outcome == IngestReceipt::Outcome::accepted);
    CHECK(bank.framework.track_behavior(event).value().outcome == IngestReceipt::Outcome::repeated);
    const auto ahead = bank.framework.track_behavior(event_before(-1, BehaviorKind::login, "app")).value();
    CHECK(ahead.outcome == IngestReceipt::Outcome::dead);
    CHECK(ahead.reason == DeadReason::from_the_future);
}

TEST_CASE("added content is recommended from the next call on, and replaces its namesake",
          "[personalization][framework]") {
    Bank bank;
    bank.look_for_a_home();
    const auto profile = bank.framework.analyze_client_behavior(bank.client).value();
    REQUIRE_FALSE(is_among(bank.framework.recommend_content(bank.client, profile, 50).value(), "home-guide"));
    REQUIRE(bank.framework.add_content(guide("home-guide")).has_value());
    const auto before = bank.framework.recommend_content(bank.client, profile, 50).value();
    CHECK(is_among(before, "home-guide"));
    REQUIRE(bank.framework.add_content(guide("home-guide")).has_value());
    CHECK(bank.framework.recommend_content(bank.client, profile, 50).value().size() == before.size());
}

TEST_CASE("a page has a hero and a next step, and lessons come in order",
          "[personalization][framework][content]") {
    Bank bank;
    bank.look_for_a_home();
    const auto page = bank.framework.assemble_content_page(bank.client, bank.portfolio).value();
    REQUIRE(page.hero);
    REQUIRE(page.next_step);
    CHECK_FALSE(page.hero->id == page.next_step->id);
    CHECK_FALSE(page.related.empty());
    const auto path = bank.framework.plan_learning(bank.client, {"mortgage"}, 3).value();
    REQUIRE(path.steps.size() == 3);
    CHECK_FALSE(path.steps.front().why.empty());
    const auto unknown = bank.framework.plan_learning(bank.client, {"morgage"}, 3);
    REQUIRE_FALSE(unknown.has_value());
    CHECK_THAT(unknown.error().detail, Catch::Contains("did you mean \"mortgage\""));
}

TEST_CASE("everything that is wrong with added content is told at once", "[personalization][framework]") {
    Bank bank;
    ContentItem item = guide("");
    item.topics.clear();
    item.title.clear();
    item.prerequisites = {{"bud-first-budgt"}};
    const auto added = bank.framework.add_content(item);
    REQUIRE_FALSE(added.has_value());
    CHECK(added.error().code == ErrorCode::bad_request);
    for (const char* part :
         {"no id", "neither topics nor intents", "no title", "\"bud-first-budgt\"; did you mean"})
        CHECK_THAT(added.error().detail, Catch::Contains(part));
}

TEST_CASE("content that builds on each other is added at once, all or none", "[personalization][framework]") {
    Bank bank;
    ContentItem first = guide("guide-first");
    ContentItem second = guide("guide-second");
    second.prerequisites = {first.id};
    CHECK_FALSE(bank.framework.add_content(second).has_value());
    CHECK(bank.framework.add_content(std::vector{second, first}).has_value());
    const auto twice = bank.framework.add_content(std::vector{guide("guide-third"), guide("guide-third")});
    REQUIRE_FALSE(twice.has_value());
    CHECK_THAT(twice.error().detail, Catch::Contains("\"guide-third\" comes twice"));
}

TEST_CASE("metrics are of what was called and seen", "[personalization][framework][metrics]") {
    Bank bank;
    bank.look_for_a_home();
    const auto offers = bank.framework.generate_recommendations(bank.client, bank.portfolio).value();
    auto answer = event_before(0, BehaviorKind::offer_answered, offers.front().offer.text, "accepted");
    REQUIRE(bank.framework.track_behavior(answer).has_value());
    const auto metrics = bank.framework.get_comprehensive_metrics();
    REQUIRE(metrics.engines.size() == 4);
    CHECK(metrics.engines[0].calls == 1);
    CHECK(metrics.engines[3].calls == 1);
    CHECK(metrics.engines[3].mean_ms.value() > 0);
    const auto& rate = metrics.engines[3].targets.at(1);
    CHECK(rate.name == "acceptance_rate");
    CHECK(rate.base == offers.size());
    CHECK(rate.value.value() == Approx(1.0 / static_cast<double>(offers.size())));
}

TEST_CASE("a framework that cannot be opened says why", "[personalization][framework]") {
    const auto folder = dialogue::TemporaryFolder::make().value();
    const auto without_pack =
        PersonalizationFramework::open({.pack = folder.path(), .folder = folder.path()});
    REQUIRE_FALSE(without_pack.has_value());
    CHECK(without_pack.error().code == ErrorCode::bad_pack);
    const auto without_model = PersonalizationFramework::open(
        {.pack = pack_root(), .folder = folder.path(), .models = {.churn = "absent.churn", .segments = {}}});
    REQUIRE_FALSE(without_model.has_value());
    CHECK_THAT(without_model.error().detail, Catch::Contains("absent.churn"));
}
