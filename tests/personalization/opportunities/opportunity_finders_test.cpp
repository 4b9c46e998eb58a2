#include "personalization/opportunities/opportunity_finders.h"

#include <catch2/catch.hpp>
#include <limits>

#include "tests/personalization/written_pack.h"

using namespace parlance;
using namespace parlance::personalization;
using namespace parlance::tests;

namespace {

// Round figures, so that every estimate below can be checked by head.
OpportunityTerms terms() {
    OpportunityTerms made;
    made.savings_rate_percent = 2;
    made.kept_months = 2;
    made.least_idle = 1000;
    made.reserve_months = 3;
    made.equity_percent_low = 20;
    made.equity_percent_moderate = 50;
    made.equity_percent_high = 80;
    made.drift_band_points = 10;
    made.capital_gains_tax_percent = 25;
    made.saver_allowance = 1000;
    made.index_fund_cost_percent = 0.2;
    made.least_fee_saving = 20;
    made.card_rate_percent = 15;
    made.loan_rate_percent = 7;
    made.least_card_debt = 500;
    made.pension_income_percent = 80;
    made.pension_years = 20;
    made.pension_age = 67;
    made.real_return_percent = 0;
    made.income_years_insured = 3;
    made.mortgage_rate_percent = 3.5;
    made.forward_months = 36;
    made.forward_premium_percent = 0.02;
    made.least_rate_gain_points = 0.3;
    return made;
}

using Figures = std::map<std::string, SlotValue>;

double euros_of(OpportunityKind kind, const Figures& figures, const OpportunityTerms& by = terms()) {
    for (const Opportunity& each : find_opportunities({{"C001"}, figures, {}}, by)) {
        if (each.kind == kind) return each.euros;
    }
    return 0;
}

}  // namespace

TEST_CASE("an opportunity comes to so many euros", "[opportunities]") {
    using enum OpportunityKind;
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    const std::string married = "married";
    struct Row {
        OpportunityKind kind;
        const char* figures_in_words;
        Figures figures;
        double euros;
    };
    const std::vector<Row> rows{
        {idle_cash,
         "9,000 less 2 months of 2,000: 5,000 at 2 %",
         {{"current_balance", 9000.0}, {"monthly_spending", 2000.0}},
         100},
        {idle_cash, "exactly the least", {{"current_balance", 5000.0}, {"monthly_spending", 2000.0}}, 20},
        {idle_cash, "below the least", {{"current_balance", 4999.0}, {"monthly_spending", 2000.0}}, 0},
        {idle_cash, "overdrawn", {{"current_balance", -50.0}, {"monthly_spending", 2000.0}}, 0},
        {idle_cash, "spending unknown", {{"current_balance", 9000.0}}, 0},
        {idle_cash, "no number", {{"current_balance", unknown}, {"monthly_spending", 2000.0}}, 0},
        {emergency_fund,
         "1.5 of 3 months of 2,000",
         {{"reserve_months", 1.5}, {"monthly_spending", 2000.0}},
         3000},
        {emergency_fund, "enough", {{"reserve_months", 3.0}, {"monthly_spending", 2000.0}}, 0},
        {emergency_fund,
         "less than nothing counts as nothing",
         {{"reserve_months", -2.0}, {"monthly_spending", 1000.0}},
         3000},
        {account_fees, "18 in 90 days", {{"fees_90_days", 18.0}}, 73},
        {account_fees, "too little to speak of", {{"fees_90_days", 4.0}}, 0},
        {card_debt, "1,500 at 15 - 7 %", {{"card_balance", 1500.0}}, 120},
        {card_debt, "a small debt", {{"card_balance", 499.0}}, 0},
        {allocation_drift,
         "70 % in place of 50 % of 10,000",
         {{"investments_value", 10000.0},
          {"equity_share_percent", 70.0},
          {"risk_tolerance", std::string("moderate")}},
         2000},
        {allocation_drift,
         "30 % in place of 50 %",
         {{"investments_value", 10000.0},
          {"equity_share_percent", 30.0},
          {"risk_tolerance", std::string("moderate")}},
         2000},
        {allocation_drift,
         "within the band",
         {{"investments_value", 10000.0},
          {"equity_share_percent", 60.0},
          {"risk_tolerance", std::string("moderate")}},
         0},
        {allocation_drift,
         "no questionnaire",
         {{"investments_value", 10000.0}, {"equity_share_percent", 90.0}},
         0},
        {tax_loss_harvesting,
         "gains of 3,000 less 1,000; losses of 1,500 at 25 %",
         {{"unrealised_losses", 1500.0}, {"realised_gains", 3000.0}},
         375},
        {tax_loss_harvesting,
         "more losses than taxed gains",
         {{"unrealised_losses", 5000.0}, {"realised_gains", 3000.0}},
         500},
        {tax_loss_harvesting,
         "twice the allowance for the married",
         {{"unrealised_losses", 5000.0}, {"realised_gains", 3000.0}, {"marital", married}},
         250},
        {tax_loss_harvesting,
         "gains within the allowance",
         {{"unrealised_losses", 5000.0}, {"realised_gains", 1000.0}},
         0},
        {fund_costs,
         "1.2 - 0.2 % of 20,000",
         {{"investments_value", 20000.0}, {"fund_cost_percent", 1.2}},
         200},
        {fund_costs, "an index fund", {{"investments_value", 20000.0}, {"fund_cost_percent", 0.2}}, 0},
        {pension_gap,
         "80 % of 3,000 less 1,500 = 900 for 240 months, over 360 months",
         {{"age", std::int64_t{37}}, {"monthly_income", 3000.0}, {"expected_pension", 1500.0}},
         600},
        {pension_gap,
         "36,000 saved already: 180,000 over 360 months",
         {{"age", std::int64_t{37}},
          {"monthly_income", 3000.0},
          {"expected_pension", 1500.0},
          {"pension_value", 36000.0}},
         500},
        {pension_gap,
         "the pension is enough",
         {{"age", std::int64_t{37}}, {"monthly_income", 3000.0}, {"expected_pension", 2400.0}},
         0},
        {pension_gap, "the pension is not known", {{"age", std::int64_t{37}}, {"monthly_income", 3000.0}}, 0},
        {pension_gap,
         "retired",
         {{"age", std::int64_t{70}}, {"monthly_income", 3000.0}, {"expected_pension", 1.0}},
         0},
        {insurance_gap,
         "a mortgage of 90,000 and 3 years of 2,000 a month",
         {{"has_life_insurance", false},
          {"mortgage_balance", 90000.0},
          {"has_children", true},
          {"monthly_income", 2000.0}},
         162000},
        {insurance_gap,
         "nobody depends on it",
         {{"has_life_insurance", false}, {"monthly_income", 2000.0}},
         0},
        {insurance_gap, "the bank does not know", {{"mortgage_balance", 90000.0}}, 0},
        {insurance_gap, "insured", {{"has_life_insurance", true}, {"mortgage_balance", 90000.0}}, 0},
        {mortgage_refinancing,
         "5 in place of 3.5 + 12 x 0.02 % on 100,000",
         {{"mortgage_balance", 100000.0}, {"mortgage_rate_percent", 5.0}, {"mortgage_fixed_months", 12.0}},
         1260},
        {mortgage_refinancing,
         "fixed for too long",
         {{"mortgage_balance", 100000.0}, {"mortgage_rate_percent", 5.0}, {"mortgage_fixed_months", 37.0}},
         0},
        {mortgage_refinancing,
         "not worth the trouble",
         {{"mortgage_balance", 100000.0}, {"mortgage_rate_percent", 3.7}, {"mortgage_fixed_months", 0.0}},
         0},
        {goal_shortfall,
         "12,000 in 60 months, 50 of 200 a month are saved",
         {{"goal_gap", 12000.0}, {"goal_months_left", 60.0}, {"goal_monthly_saving", 50.0}},
         150},
        {goal_shortfall,
         "on track",
         {{"goal_gap", 12000.0}, {"goal_months_left", 60.0}, {"goal_monthly_saving", 200.0}},
         0},
        {goal_shortfall, "the time is over", {{"goal_gap", 12000.0}, {"goal_months_left", 0.0}}, 0},
    };
    for (const Row& row : rows) {
        INFO(to_text(row.kind) << ": " << row.figures_in_words);
        CHECK(euros_of(row.kind, row.figures) == row.euros);
    }
}

TEST_CASE("interest on savings lowers what has to be set aside", "[opportunities]") {
    auto with_interest = terms();
    with_interest.real_return_percent = 2;
    const Figures goal{{"goal_gap", 12000.0}, {"goal_months_left", 60.0}};
    // 12,000 / ((1.02^5 - 1) / (1.02^(1/12) - 1)) = 190.5
    CHECK(euros_of(OpportunityKind::goal_shortfall, goal, with_interest) == 190);
    const Figures pension{
        {"age", std::int64_t{37}}, {"monthly_income", 3000.0}, {"expected_pension", 1500.0}};
    CHECK(euros_of(OpportunityKind::pension_gap, pension, with_interest) < 600);
}

TEST_CASE("more idle cash never gains less, and a larger reserve never lacks more", "[opportunities]") {
    double before = 0;
    for (double balance = 0; balance < 60000; balance += 370) {
        const double gained = euros_of(OpportunityKind::idle_cash,
                                       {{"current_balance", balance}, {"monthly_spending", 1700.0}});
        CHECK(gained >= before);
        before = gained;
    }
    double lacking = 1e9;
    for (double months = 0; months < 5; months += 0.1) {
        const double missing = euros_of(OpportunityKind::emergency_fund,
                                        {{"reserve_months", months}, {"monthly_spending", 1700.0}});
        CHECK(missing <= lacking);
        lacking = missing;
    }
}

TEST_CASE("opportunities come with their figures, the most euros first", "[opportunities]") {
    const auto found = find_opportunities(
        {{"C001"}, {{"current_balance", 9000.0}, {"monthly_spending", 2000.0}, {"card_balance", 1500.0}}, {}},
        terms());
    REQUIRE(found.size() == 2);
    CHECK(found[0].kind == OpportunityKind::card_debt);
    CHECK(found[1].kind == OpportunityKind::idle_cash);
    REQUIRE(found[1].evidence.size() == 2);
    CHECK(found[1].evidence[1].weight == 5000);
}

TEST_CASE("the pack's terms are read, and everything wrong with them is told", "[opportunities]") {
    const WrittenPack pack;
    Findings none;
    CHECK_FALSE(read_opportunity_terms(pack.read(none), none).has_value());
    CHECK(none.count(Severity::error) == 0);
    pack.write("opportunities.json", R"({"savings_rate_percent": -1, "kept_month": 2})");
    Findings findings;
    read_opportunity_terms(pack.read(findings), findings);
    const auto all = findings.sorted();
    const auto count = [&](const std::string& code) {
        return std::count_if(all.begin(), all.end(),
                             [&](const auto& finding) { return finding.code == code; });
    };
    CHECK(count("E0414") == 1);
    CHECK(count("E0104") == 1);
    CHECK(count("E0102") == 23);
}
