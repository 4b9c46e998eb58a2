#include "personalization/outreach/outreach_planner.h"

#include <catch2/catch.hpp>

#include "tests/personalization/customer_builder.h"
#include "tests/personalization/small_catalogue.h"

using namespace parlance;
using namespace parlance::personalization;
using namespace parlance::tests;

namespace {

using std::chrono::hours;

OutreachRule idle_cash(bool is_marketing = true) {
    return {"idle",
            OutreachTrigger::idle_cash,
            expression("profile.current_balance > 5000"),
            {"outreach.idle_cash"},
            {"open_savings"},
            is_marketing,
            std::chrono::days(60),
            std::chrono::days(14)};
}

OutreachEntry said(double days_ago, const std::string& rule) {
    OutreachEntry entry;
    entry.rule = rule;
    entry.state = OutreachState::said;
    entry.said = noon - hours(static_cast<int>(24 * days_ago));
    return entry;
}

OutreachEntry waiting(const std::string& rule) {
    OutreachEntry entry;
    entry.rule = rule;
    entry.expires = noon + std::chrono::days(10);
    return entry;
}

CustomerView rich() {
    CustomerView view;
    view.attributes = {{"current_balance", 9000.0}};
    return view;
}

CustomerView changed(const std::string& attribute, SlotValue value) {
    CustomerView view = rich();
    view.attributes[attribute] = std::move(value);
    return view;
}

CustomerView complaining() {
    CustomerView view = rich();
    view.events = {event_before(2, BehaviorKind::complaint, "fees")};
    return view;
}

}  // namespace

TEST_CASE("something is noted to tell a customer when there is a cause and nothing against it",
          "[outreach]") {
    struct Row {
        const char* behavior;
        CustomerView view;
        std::vector<OutreachEntry> history;
        std::string obstacle;
        std::string obstacle_to_service;
    };
    const std::vector<Row> rows{
        {"a cause", rich(), {}, "", ""},
        {"no cause", changed("current_balance", 100.0), {}, "no_cause", "no_cause"},
        {"unknown to the bank", {}, {}, "no_cause", "no_cause"},
        {"no consent to marketing", changed("marketing_consent", false), {}, "no_consent", ""},
        {"a complaint lately", complaining(), {}, "in_distress", ""},
        {"it waits already", rich(), {waiting("idle")}, "resting", "resting"},
        {"it was said lately", rich(), {said(59, "idle")}, "resting", "resting"},
        {"it was said long ago", rich(), {said(61, "idle")}, "", ""},
        {"another rule waits", rich(), {waiting("other")}, "", ""},
    };
    for (const Row& row : rows) {
        INFO(row.behavior);
        const OutreachCase on{row.view, row.view.attributes, row.history, noon};
        CHECK(to_text(obstacle_to_noting(idle_cash(), on)) == row.obstacle);
        CHECK(to_text(obstacle_to_noting(idle_cash(false), on)) == row.obstacle_to_service);
    }
}

TEST_CASE("what was noted is said within the limits", "[outreach]") {
    OutreachLimits limits;  // two a week, four a month, quiet from 20 to 8 at UTC+1
    struct Row {
        const char* behavior;
        CustomerView view;
        std::vector<OutreachEntry> history;
        TimePoint now;
        std::string obstacle;
        std::string obstacle_to_service;
    };
    const std::vector<Row> rows{
        {"at noon", rich(), {}, noon, "", ""},
        {"the cause has gone", changed("current_balance", 1.0), {}, noon, "no_cause", "no_cause"},
        {"too late", rich(), {}, noon + std::chrono::days(11), "expired", "expired"},
        {"at night", rich(), {}, noon + hours(8), "quiet_hours", "quiet_hours"},
        {"something was said today", rich(), {said(0.5, "other")}, noon, "day_full", ""},
        {"two things this week", rich(), {said(3, "a"), said(6, "b")}, noon, "week_full", ""},
        {"one of two is a week ago", rich(), {said(3, "a"), said(7, "b")}, noon, "", ""},
        {"four this month",
         rich(),
         {said(8, "a"), said(12, "b"), said(20, "c"), said(29, "d")},
         noon,
         "month_full",
         ""},
    };
    for (const Row& row : rows) {
        INFO(row.behavior);
        const OutreachCase on{row.view, row.view.attributes, row.history, row.now};
        const auto entry = waiting("idle");
        CHECK(to_text(obstacle_to_saying(idle_cash(), entry, on, limits)) == row.obstacle);
        CHECK(to_text(obstacle_to_saying(idle_cash(false), entry, on, limits)) == row.obstacle_to_service);
    }
}

TEST_CASE("quiet hours cover the night, in local time, and end in the morning", "[outreach]") {
    const QuietHours night{20, 8, std::chrono::minutes(60)};
    const auto midnight = std::chrono::floor<std::chrono::days>(noon);
    for (const auto& [hour, is_quiet] : std::vector<std::pair<int, bool>>{
             {0, true}, {6, true}, {7, false}, {12, false}, {18, false}, {19, true}, {23, true}}) {
        INFO(hour);
        CHECK(night.cover(midnight + hours(hour)) == is_quiet);
    }
    CHECK(night.end_after(midnight + hours(3)) == midnight + hours(7));
    CHECK(night.end_after(midnight + hours(22)) == midnight + hours(31));
    CHECK(night.end_after(noon) == noon);
    const QuietHours none{0, 0, {}};
    CHECK_FALSE(none.cover(midnight));
    const QuietHours siesta{12, 14, {}};
    CHECK(siesta.cover(noon));
    CHECK(siesta.end_after(noon) == noon + hours(2));
}

TEST_CASE("something is said in the hour in which the customer is usually about", "[outreach]") {
    CustomerView view;
    CHECK(best_time(view, noon, {}) == noon);
    for (int i = 0; i < 25; ++i) {
        auto login = event_before(i, BehaviorKind::login, "app");
        login.at += hours(5);  // at 17:00
        view.state.apply(login);
    }
    CHECK(best_time(view, noon, {}) == noon + hours(5));
    CHECK(best_time(view, noon + hours(5), {}) == noon + hours(5));
    CHECK(best_time(view, noon + hours(6), {}) == noon + hours(29));
    const QuietHours from_afternoon{15, 8, {}};
    CHECK(best_time(view, noon, from_afternoon) == noon + hours(20));
}
