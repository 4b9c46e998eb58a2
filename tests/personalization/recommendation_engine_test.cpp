#include "personalization/recommendation_engine.h"

#include <catch2/catch.hpp>
#include <set>

#include "personalization/acceptance/answer_learner.h"
#include "personalization/behavioral_analyzer.h"
#include "personalization/life_event_predictor.h"
#include "personalization/offer_reasons.h"
#include "tests/personalization/customer_builder.h"
#include "tests/personalization/small_catalogue.h"

using namespace parlance;
using namespace parlance::personalization;
using namespace parlance::tests;

namespace {

CustomerView adult() {
    CustomerView view;
    view.attributes = {{"age", std::int64_t{38}}, {"risk_tolerance", std::string("moderate")}};
    return view;
}

std::vector<Recommendation> recommend(const std::vector<Offer>& offers, const CustomerView& view,
                                      const Moment& moment) {
    const auto profile = BehavioralAnalyzer{}.analyze(view, moment.now);
    const auto events = LifeEventPredictor{}.forecast(view, profile, moment.now, told_by(moment.intent));
    const RecommendationEngine engine(std::make_shared<Catalogue>(Catalogue{{}, offers}));
    return engine.recommend(view, {profile, events}, moment, 3);
}

Offer saver() {
    return offer_of("saver", RecommendationKind::savings, "open_savings");
}

}  // namespace

TEST_CASE("an eligible offer that fits the moment comes with reason, disclaimer and start",
          "[personalization][recommend]") {
    const auto made = recommend({saver()}, adult(), moment_of("open_savings"));
    REQUIRE(made.size() == 1);
    CHECK(made[0].title == "saver");
    CHECK(made[0].reasons == std::vector<Reason>{{"You are 38.", 1.0}});
    CHECK(made[0].disclaimers == std::vector<std::string>{"Mind the terms."});
    CHECK(made[0].start.text == "open_savings");
    CHECK(made[0].timing == Timing::now);
    CHECK(made[0].acceptance > 0.1F);
    CHECK(made[0].acceptance < 1.0F);
}

TEST_CASE("offers speak the customer's language", "[personalization][recommend]") {
    auto moment = moment_of("open_savings");
    moment.locale = {"de"};
    const auto made = recommend({saver()}, adult(), moment);
    REQUIRE(made.size() == 1);
    CHECK(made[0].reasons[0].text == "Sie sind 38.");
    CHECK(made[0].disclaimers[0] == "Beachten Sie die Bedingungen.");
}

TEST_CASE("nothing is recommended when it does not fit", "[personalization][recommend]") {
    auto view = adult();
    auto moment = moment_of("open_savings");
    auto offer = saver();
    SECTION("small talk, however likely a life event is") {
        offer.life_events = {"first_child"};
        view.events = {event_before(1, BehaviorKind::chat_turn, "life_having_baby")};
        moment = moment_of("greet", "small_talk");
    }
    SECTION("a topic that is hardly touched") {
        moment = moment_of("greet", "savings");
        moment.topics[0].confidence = 0.3F;
    }
    SECTION("not eligible") {
        view.attributes["age"] = std::int64_t{17};
    }
    SECTION("age unknown") {
        view.attributes.erase("age");
    }
    SECTION("shown before") {
        moment.already_shown = {{"saver"}};
    }
    SECTION("riskier than the customer can bear") {
        offer.risk = "high";
    }
    SECTION("no reason holds") {
        offer.reasons[0].condition = expression("profile.age > 90");
    }
    SECTION("the reason's number is unknown") {
        offer.reasons[0].text["en"] = "Covers {reserve_months} months.";
    }
    SECTION("the customer has not agreed to be sold to") {
        view.attributes["marketing_consent"] = false;
    }
    CHECK(recommend({offer}, view, moment).empty());
}

TEST_CASE("credit needs income, reserve and no arrears", "[personalization][recommend]") {
    const auto [income, reserve, arrears, shown] = GENERATE(table<double, double, bool, bool>({
        {3000, 2, false, true},
        {0, 2, false, false},
        {3000, 0.5, false, false},
        {3000, 2, true, false},
    }));
    auto view = adult();
    view.attributes["monthly_income"] = income;
    view.attributes["reserve_months"] = reserve;
    view.attributes["in_arrears"] = arrears;
    const auto loan = offer_of("loan", RecommendationKind::credit, "apply_loan");
    CHECK(recommend({loan}, view, moment_of("apply_loan")).size() == (shown ? 1U : 0U));
}

TEST_CASE("without a questionnaire no high risk is offered", "[personalization][recommend]") {
    auto view = adult();
    view.attributes["risk_tolerance"] = std::string("high");
    auto offer = saver();
    offer.risk = "high";
    CHECK(recommend({offer}, view, moment_of("open_savings")).size() == 1);
    view.attributes.erase("risk_tolerance");
    view.attributes["age"] = std::int64_t{20};
    view.attributes["reserve_months"] = 8.0;
    view.attributes["investments_value"] = 50'000.0;
    CHECK(recommend({offer}, view, moment_of("open_savings")).empty());
}

TEST_CASE("a customer in distress is offered help only", "[personalization][recommend]") {
    auto view = adult();
    auto moment = moment_of("open_savings");
    SECTION("angry") {
        moment.sentiment = {nlu::SentimentLabel::negative, -0.8F, 0.9F, nlu::Emotion::anger};
    }
    SECTION("worried") {
        moment.sentiment = {nlu::SentimentLabel::negative, -0.5F, 0.9F, nlu::Emotion::worry};
    }
    SECTION("complained this week") {
        view.events = {event_before(3, BehaviorKind::complaint, "fees")};
    }
    const auto talk = offer_of("talk", RecommendationKind::advice, "open_savings");
    const auto made = recommend({saver(), talk}, view, moment);
    REQUIRE(made.size() == 1);
    CHECK(made[0].offer.text == "talk");
}

TEST_CASE("an offer waits while a form is open", "[personalization][recommend]") {
    auto moment = moment_of("open_savings");
    moment.at_rest = false;
    const auto made = recommend({saver()}, adult(), moment);
    REQUIRE(made.size() == 1);
    CHECK(made[0].timing == Timing::at_rest);
}

TEST_CASE("an offer that was rejected once falls behind, one that was accepted leads",
          "[personalization][recommend]") {
    auto view = adult();
    const auto other = offer_of("other", RecommendationKind::savings, "open_savings");
    CHECK(recommend({saver(), other}, view, moment_of("open_savings"))[0].offer.text == "saver");
    view.events = {event_before(70, BehaviorKind::offer_answered, "saver", "rejected")};
    CHECK(recommend({saver(), other}, view, moment_of("open_savings"))[0].offer.text == "other");
    view.events = {event_before(100, BehaviorKind::offer_answered, "other", "accepted")};
    CHECK(recommend({saver(), other}, view, moment_of("open_savings"))[0].offer.text == "other");
}

TEST_CASE("a told life event brings what serves it", "[personalization][recommend]") {
    auto offer = offer_of("child_saver", RecommendationKind::savings, "none_of_these");
    offer.topics.clear();
    offer.life_events = {"first_child"};
    CHECK(recommend({offer}, adult(), moment_of("life_having_baby")).size() == 1);
    CHECK(recommend({offer}, adult(), moment_of("life_getting_married")).empty());
}

TEST_CASE("no more than the limit and no more than three reasons", "[personalization][recommend]") {
    auto offer = saver();
    for (int i = 0; i < 4; ++i) offer.reasons.push_back(offer.reasons[0]);
    offer.reasons.back().weight = 2;
    std::vector<Offer> offers;
    for (int i = 0; i < 5; ++i) {
        offers.push_back(offer);
        offers.back().id.text += std::to_string(i);
    }
    const auto made = recommend(offers, adult(), moment_of("open_savings"));
    REQUIRE(made.size() == 3);
    REQUIRE(made[0].reasons.size() == 3);
    CHECK(made[0].reasons[0].weight == 2);
}

TEST_CASE("expressions read the engines' judgements", "[personalization][recommend]") {
    auto view = adult();
    view.attributes["children"] = std::int64_t{1};
    view.attributes["special_category_consent"] = true;
    const auto [condition, shown] = GENERATE(table<std::string, bool>({
        {"profile.life_stage == \"family\"", true},
        {"profile.life_stage in [\"student\", \"starter\"]", false},
        {"profile.risk_tolerance == \"moderate\"", true},
        {"profile.churn_risk < 0.5", true},
        {"profile.event_first_child < 0.05", true},
        {"profile.segment == \"growing_family\"", true},
        {"profile.investment_style == \"none\"", true},
        {"profile.engagement == \"medium\"", true},
    }));
    auto offer = saver();
    offer.eligible_if = expression(condition);
    CAPTURE(condition);
    CHECK(recommend({offer}, view, moment_of("open_savings")).size() == (shown ? 1U : 0U));
}

TEST_CASE("numbers in reasons are plain", "[personalization][reasons]") {
    const auto [number, english, german] = GENERATE(table<double, std::string, std::string>({
        {3, "3", "3"},
        {2.43, "2.4", "2,4"},
        {2.97, "3", "3"},
        {12500, "12500", "12500"},
        {0.04, "0", "0"},
        {-0.01, "0", "0"},
        {-1.5, "-1.5", "-1,5"},
        {1e6, "1000000", "1000000"},
    }));
    CHECK(stated_number(number, {"en"}) == english);
    CHECK(stated_number(number, {"de"}) == german);
}

TEST_CASE("chance has a part where something is to be learned, and the choice says which",
          "[personalization][recommend][acceptance]") {
    auto catalogue = std::make_shared<Catalogue>();
    for (const char* id : {"one", "two", "three", "four"})
        catalogue->offers.push_back(offer_of(id, RecommendationKind::savings, "open_savings"));
    const RecommendationEngine engine(catalogue, {nullptr, {20, 0}, {}});
    const auto view = adult();
    const auto profile = BehavioralAnalyzer{}.analyze(view, noon);
    auto moment = moment_of("open_savings");
    std::set<std::string> first;
    for (moment.chance = 0; moment.chance < 200; ++moment.chance) {
        const auto made = engine.recommend(view, {profile, {}}, moment, 2);
        REQUIRE(made.size() == 2);
        CHECK(made == engine.recommend(view, {profile, {}}, moment, 2));
        CHECK(made[0].grounds.propensity >= 0.05);
        CHECK(made[0].grounds.propensity < 1);
        first.insert(made[0].offer.text);
    }
    CHECK(first.size() == 4);
}

TEST_CASE("what customers answer moves acceptance and order", "[personalization][recommend][acceptance]") {
    auto catalogue = std::make_shared<Catalogue>();
    catalogue->offers = {offer_of("card", RecommendationKind::card, "open_savings"), saver()};
    const auto learner = std::make_shared<AnswerLearner>(AcceptanceEstimate());
    const RecommendationEngine engine(catalogue, {learner, {}, {}});
    auto view = adult();
    view.attributes["monthly_income"] = 3000.0;
    const auto profile = BehavioralAnalyzer{}.analyze(view, noon);
    const auto moment = moment_of("open_savings");
    const auto before = engine.recommend(view, {profile, {}}, moment, 2);
    REQUIRE(before.size() == 2);
    REQUIRE(before[0].offer.text == "card");
    CHECK(before[0].grounds.estimate == "points-1");
    for (int i = 0; i < 300; ++i) {
        for (const Recommendation& shown : before) {
            AuditRecord record;
            record.at = noon;
            record.conversation.text = std::to_string(i);
            record.offer = shown.offer;
            record.basis = shown.grounds.basis;
            learner->note(record);
            record.act = shown.offer.text == "saver" && i % 2 == 0 ? AuditAct::accepted : AuditAct::rejected;
            learner->note(record);
        }
    }
    const auto after = engine.recommend(view, {profile, {}}, moment, 2);
    CHECK(after[0].offer.text == "saver");
    CHECK(after[0].acceptance == Approx(0.5).margin(0.12));
    CHECK(after[1].acceptance < 0.1);
    CHECK(after[0].grounds.estimate == "points-1+600-answers");
}

TEST_CASE("an offer that was rejected rests, and after much showing only help comes",
          "[personalization][recommend][acceptance]") {
    auto view = adult();
    const auto moment = moment_of("open_savings");
    const std::vector<Offer> offers{saver(), offer_of("talk", RecommendationKind::advice, "open_savings")};
    SECTION("rejected") {
        view.events = {event_before(5, BehaviorKind::offer_answered, "saver", "rejected")};
    }
    SECTION("shown much") {
        for (int i = 0; i < 10; ++i)
            view.events.push_back(event_before(1, BehaviorKind::offer_shown, "other" + std::to_string(i)));
    }
    const auto made = recommend(offers, view, moment);
    REQUIRE(made.size() == 1);
    CHECK(made[0].offer.text == "talk");
}
