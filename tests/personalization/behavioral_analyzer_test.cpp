#include "personalization/behavioral_analyzer.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/personalization/customer_builder.h"

using namespace parlance;
using namespace parlance::personalization;
using parlance::tests::event_before;
using parlance::tests::noon;

namespace {

BehaviorProfile analyze(const CustomerView& view) {
    return BehavioralAnalyzer{}.analyze(view, noon);
}

CustomerView with_logins(int recent, int before) {
    CustomerView view;
    for (int i = before; i > 0; --i) view.events.push_back(event_before(31 + i, BehaviorKind::login, "app"));
    for (int i = recent; i > 0; --i) view.events.push_back(event_before(i, BehaviorKind::login, "app"));
    return view;
}

bool has_driver(const ChurnRisk& churn, const std::string& name) {
    return std::any_of(churn.drivers.begin(), churn.drivers.end(),
                       [&](const Evidence& evidence) { return evidence.name == name; });
}

}  // namespace

TEST_CASE("a customer of whom nothing is known gets defaults without confidence",
          "[personalization][analyzer]") {
    const auto profile = analyze({});
    CHECK(profile.engagement.value == EngagementLevel::medium);
    CHECK(profile.engagement.confidence == 0);
    CHECK(profile.stage.confidence == 0);
    CHECK(profile.segment.value == "everyday");
    CHECK(profile.segment.confidence == 0);
    CHECK(profile.churn.probability == Approx(0.06));
    CHECK(profile.churn.drivers.empty());
    CHECK(profile.patterns.empty());
}

TEST_CASE("life stage follows employment, age, children and home", "[personalization][analyzer]") {
    const auto [name, value, age, stage] = GENERATE(table<std::string, SlotValue, std::int64_t, LifeStage>({
        {"employment", std::string("retired"), 50, LifeStage::retired},
        {"employment", std::string("student"), 45, LifeStage::student},
        {"is_student", true, 22, LifeStage::student},
        {"tier", std::string("gold"), 70, LifeStage::retired},
        {"children", std::int64_t{2}, 60, LifeStage::pre_retirement},
        {"children", std::int64_t{2}, 34, LifeStage::family},
        {"children", std::int64_t{0}, 34, LifeStage::starter},
        {"has_mortgage", true, 34, LifeStage::established},
        {"tier", std::string("gold"), 45, LifeStage::established},
    }));
    CustomerView view;
    view.attributes = {{name, value}, {"age", age}};
    CAPTURE(name, age);
    const auto profile = analyze(view);
    CHECK(profile.stage.value == stage);
    CHECK_FALSE(profile.stage.evidence.empty());
}

TEST_CASE("the questionnaire's risk tolerance wins over what behaviour suggests",
          "[personalization][analyzer]") {
    CustomerView view;
    view.attributes = {{"age", std::int64_t{76}}, {"reserve_months", 0.5}};
    CHECK(analyze(view).risk.value == RiskTolerance::low);
    CHECK(analyze(view).risk.confidence <= 0.6);
    view.attributes["risk_tolerance"] = std::string("high");
    CHECK(analyze(view).risk.value == RiskTolerance::high);
    CHECK(analyze(view).risk.confidence == 1);
    view.attributes["risk_tolerance"] = std::string("reckless");
    CHECK(analyze(view).risk.value == RiskTolerance::low);
}

TEST_CASE("falling logins raise the churn risk and say so", "[personalization][churn]") {
    const auto steady = analyze(with_logins(10, 20)).churn;
    const auto falling = analyze(with_logins(1, 24)).churn;
    CHECK(falling.probability > steady.probability);
    REQUIRE(has_driver(falling, "logins_trend"));
    CHECK(falling.drivers.front().words.find("to 1 in 30 days") != std::string::npos);
}

TEST_CASE("each warning sign raises the churn risk", "[personalization][churn]") {
    auto view = with_logins(8, 16);
    const double before = analyze(view).churn.probability;
    SECTION("a complaint") {
        view.events.push_back(event_before(0.5, BehaviorKind::complaint, "fees"));
    }
    SECTION("talk of closing the account") {
        view.events.push_back(event_before(0.5, BehaviorKind::chat_turn, "close_account"));
    }
    SECTION("a salary that stopped") {
        view.events.insert(view.events.begin(), {event_before(110, BehaviorKind::transaction, "salary"),
                                                 event_before(80, BehaviorKind::transaction, "salary")});
    }
    CHECK(analyze(view).churn.probability > before);
}

TEST_CASE("products and years with the bank lower the churn risk", "[personalization][churn]") {
    auto view = with_logins(8, 16);
    const double before = analyze(view).churn.probability;
    view.attributes = {{"products_count", std::int64_t{4}}, {"tenure_years", 12.0}};
    CHECK(analyze(view).churn.probability < before);
}

TEST_CASE("events later than now do not count", "[personalization][analyzer]") {
    auto view = with_logins(3, 3);
    const auto before = analyze(view);
    for (int day = 1; day < 20; ++day)
        view.events.push_back(event_before(-day, BehaviorKind::complaint, "fees"));
    const auto after = analyze(view);
    CHECK(after.churn.probability == before.churn.probability);
    CHECK(after.engagement.confidence == before.engagement.confidence);
}

TEST_CASE("confidence grows with what was seen", "[personalization][analyzer]") {
    const auto little = analyze(with_logins(2, 0)).engagement;
    const auto much = analyze(with_logins(28, 60)).engagement;
    CHECK(little.confidence < much.confidence);
    CHECK(much.value == EngagementLevel::high);
    CHECK(little.value == EngagementLevel::low);
}

TEST_CASE("segments follow age, money and debt", "[personalization][segments]") {
    const auto [attributes, segment] = GENERATE(table<std::map<std::string, SlotValue>, std::string>({
        {{{"age", std::int64_t{24}}, {"savings_balance", 2000.0}}, "young_saver"},
        {{{"age", std::int64_t{35}}, {"children", std::int64_t{2}}}, "growing_family"},
        {{{"age", std::int64_t{48}}, {"investments_value", 90'000.0}}, "wealth_builder"},
        {{{"age", std::int64_t{60}}}, "pre_retiree"},
        {{{"age", std::int64_t{72}}, {"savings_balance", 80'000.0}}, "retiree"},
        {{{"age", std::int64_t{44}}, {"card_balance", 9000.0}, {"monthly_income", 2100.0}}, "stretched"},
        {{{"age", std::int64_t{44}}}, "everyday"},
    }));
    CustomerView view;
    view.attributes = attributes;
    CHECK(analyze(view).segment.value == segment);
}

TEST_CASE("habits are named when most activity falls in one part of the day", "[personalization][patterns]") {
    CustomerView view;
    for (int day = 20; day > 0; --day)
        view.events.push_back(event_before(day - 0.3, BehaviorKind::article_read, "savings"));
    const auto patterns = analyze(view).patterns;
    REQUIRE(patterns.size() == 2);
    CHECK(patterns[0].name == "active_in_the_evening");
    CHECK(patterns[1].name == "reads_savings");
    CHECK(patterns[0].strength == 1);
}
