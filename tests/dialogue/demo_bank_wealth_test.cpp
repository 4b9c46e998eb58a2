#include <catch2/catch.hpp>

#include "tests/dialogue/small_demo_bank.h"

namespace parlance::tests {
namespace {

using dialogue::Slots;

}  // namespace

TEST_CASE("a portfolio is summed, and an empty one is worth nothing", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto facts = small.look_up("portfolio");
    CHECK(fact(facts, "portfolio.value") == SlotValue(eur(1000000)));
    CHECK(fact(facts, "portfolio.gain") == SlotValue(eur(80000)));
    CHECK(fact(facts, "portfolio.gain_percent") == SlotValue(8.7));
    CHECK(fact(facts, "portfolio.change_30_days") == SlotValue(eur(-9000)));
    CHECK(fact(facts, "portfolio.change_30_days_percent") == SlotValue(-0.9));
    CHECK(fact(facts, "portfolio.equity_percent") == whole(65));
    CHECK(fact(facts, "holding.1.fund") == text("World Equity"));
    CHECK(fact(facts, "holding.1.share_percent") == SlotValue(60.0));
    const auto none = small.look_up("portfolio", {}, "K2");
    CHECK(fact(none, "portfolio.value") == SlotValue(eur(0)));
    CHECK(fact(none, "holding.count") == whole(0));
    CHECK(none->size() == 2);
}

TEST_CASE("the retirement gap is spread over the months that are left", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto facts = small.look_up("retirement");
    CHECK(fact(facts, "goal.by_year") == text("2051"));
    CHECK(fact(facts, "goal.months_left") == whole(25 * 12 + 1));
    CHECK(fact(facts, "goal.gap") == SlotValue(eur(6000000)));
    CHECK(fact(facts, "goal.monthly_needed") == SlotValue(eur(19934)));
    CHECK(fact(facts, "goal.progress_percent") == SlotValue(40.0));
    CHECK_FALSE(has_fact(facts, "goal.projected"));
    const auto earlier =
        small.look_up("retirement", {{{"retirement_age"}, whole(60)}, {{"monthly_amount"}, eur(10000)}});
    CHECK(fact(earlier, "goal.by_year") == text("2046"));
    CHECK(fact(earlier, "goal.projected") == SlotValue(eur(4000000 + 241 * 10000)));
    CHECK(fact(earlier, "goal.shortfall") == SlotValue(eur(6000000 - 241 * 10000)));
    CHECK(failure(small.look_up("retirement", {}, "K2")) == "not_found");
}

TEST_CASE("a savings goal is divided by its months", "[dialogue][demo_bank]") {
    const auto [slots, months, monthly] = GENERATE(table<Slots, std::int64_t, std::int64_t>({
        {{{{"goal_target"}, eur(100000)}, {{"months"}, whole(3)}}, 3, 33334},
        {{{{"goal_target"}, eur(120000)}, {{"goal_date"}, day("2027-11-20")}}, 12, 10000},
        {{{{"goal_target"}, eur(120000)}, {{"goal_date"}, day("2027-11-19")}}, 11, 10910},
        {{{{"goal_target"}, whole(600)}, {{"goal_date"}, day("2020-01-01")}}, 1, 60000},
    }));
    SmallDemoBank small;
    const auto facts = small.look_up("savings_goal", slots);
    CHECK(fact(facts, "saving.months") == whole(months));
    CHECK(fact(facts, "saving.monthly_needed") == SlotValue(eur(monthly)));
    CHECK(failure(small.look_up("savings_goal", {{{"goal_target"}, eur(100)}})) == "not_found");
    CHECK(failure(small.look_up("savings_goal", {{{"months"}, whole(3)}})) == "not_found");
    CHECK(failure(small.look_up("savings_goal", {{{"goal_target"}, eur(-5)}, {{"months"}, whole(3)}})) ==
          "not_found");
}

TEST_CASE("loans are listed largest first", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto facts = small.look_up("loans");
    CHECK(fact(facts, "loan.count") == whole(2));
    CHECK(fact(facts, "loan.total") == SlotValue(eur(18900000)));
    CHECK(fact(facts, "loan.2.kind") == text("car loan"));
    CHECK(fact(facts, "loan.2.ends") == SlotValue(day("2029-11-01")));
    CHECK(fact(small.look_up("loans", {}, "K2"), "loan.count") == whole(0));
}

TEST_CASE("the profile is what the ledger and the records say", "[dialogue][demo_bank]") {
    SmallDemoBank small;
    const auto facts = small.look_up("profile");
    CHECK(fact(facts, "profile.age") == SlotValue(39.0));
    CHECK(fact(facts, "profile.tenure_years") == SlotValue(14.0));
    CHECK(fact(facts, "profile.monthly_income") == SlotValue(3000.0));
    CHECK(fact(facts, "profile.current_balance") == SlotValue(1000.0));
    CHECK(fact(facts, "profile.savings_balance") == SlotValue(7000.0));
    CHECK(fact(facts, "profile.mortgage_balance") == SlotValue(180000.0));
    CHECK(fact(facts, "profile.loan_balance") == SlotValue(9000.0));
    CHECK(fact(facts, "profile.goal_gap") == SlotValue(60000.0));
    CHECK(fact(facts, "profile.fees_90_days") == SlotValue(16.4));
    CHECK(fact(facts, "profile.has_children") == SlotValue(true));
    CHECK(fact(facts, "profile.risk_tolerance") == text("moderate"));
    const double spending = std::get<double>(fact(facts, "profile.monthly_spending"));
    CHECK(spending > 900);
    CHECK(spending < 1300);
    CHECK(std::get<double>(fact(facts, "profile.reserve_months")) == Approx(6000.0 / spending).margin(0.05));
    const auto bare = small.look_up("profile", {}, "K2");
    CHECK(fact(bare, "profile.has_credit_card") == SlotValue(false));
    CHECK(fact(bare, "profile.monthly_income") == SlotValue(0.0));
    for (const char* unknown : {"risk_tolerance", "reserve_months", "goal_gap", "equity_share_percent"}) {
        CAPTURE(unknown);
        CHECK_FALSE(has_fact(bare, std::string("profile.") + unknown));
    }
}

}  // namespace parlance::tests
