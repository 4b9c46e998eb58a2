#include "personalization/acceptance/contact_limits.h"

#include <catch2/catch.hpp>

#include "tests/personalization/customer_builder.h"
#include "tests/personalization/small_catalogue.h"

using namespace parlance;
using namespace parlance::personalization;
using namespace parlance::tests;

namespace {

BehaviorEvent shown(double days_ago, const std::string& offer = "saver") {
    return event_before(days_ago, BehaviorKind::offer_shown, offer, "shown");
}

BehaviorEvent answered(double days_ago, const std::string& answer, const std::string& offer = "saver") {
    return event_before(days_ago, BehaviorKind::offer_answered, offer, answer);
}

}  // namespace

TEST_CASE("an offer rests after an answer, and after it was shown in vain", "[acceptance]") {
    struct Row {
        const char* behavior;
        std::vector<BehaviorEvent> events;
        bool is_rested;
    };
    const std::vector<Row> rows{
        {"nothing yet", {}, true},
        {"shown twice", {shown(2), shown(1)}, true},
        {"shown three times", {shown(3), shown(2), shown(1)}, false},
        {"one of three is over a month ago", {shown(31), shown(2), shown(1)}, true},
        {"another offer was shown", {shown(3, "card"), shown(2, "card"), shown(1, "card")}, true},
        {"rejected last month", {shown(31), answered(30, "rejected")}, false},
        {"rejected long ago", {answered(61, "rejected")}, true},
        {"accepted lately", {answered(89, "accepted")}, false},
        {"accepted a while ago", {answered(91, "accepted")}, true},
        {"put off this week", {answered(6, "later")}, false},
        {"put off last week", {shown(9), answered(8, "later"), shown(2)}, true},
        {"an answer ends what was in vain", {shown(20), shown(19), answered(18, "later"), shown(1)}, true},
        {"another offer was rejected", {answered(1, "rejected", "card")}, true},
        {"rejected after this moment", {answered(-1, "rejected")}, true},
    };
    const Offer saver = offer_of("saver", RecommendationKind::savings, "open_savings");
    for (const Row& row : rows) {
        INFO(row.behavior);
        CHECK(is_rested(saver, {{"C001"}, {}, row.events}, noon, {}) == row.is_rested);
    }
}

TEST_CASE("a customer has seen enough after so many showings in a week", "[acceptance]") {
    ContactLimits limits;
    limits.showings_a_week = 3;
    CustomerView view{{"C001"}, {}, {shown(8), shown(2, "card"), shown(1)}};
    CHECK_FALSE(has_seen_enough(view, noon, limits));
    view.events.push_back(shown(0.5, "loan"));
    CHECK(has_seen_enough(view, noon, limits));
}
