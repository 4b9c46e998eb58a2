#include <algorithm>
#include <cmath>

#include "personalization/opportunities/finder_rules.h"

namespace parlance::personalization {

namespace {

constexpr double months_a_year = 12;

// A month's part of a yearly rate in percent.
double monthly(double rate_percent) {
    return std::pow(1 + rate_percent / 100, 1 / months_a_year) - 1;
}

// What 1 a month, paid in at the month's end, has grown to.
double grown(double rate, double months) {
    return rate < 1e-9 ? months : (std::pow(1 + rate, months) - 1) / rate;
}

// What must be there to pay 1 a month.
double worth_now(double rate, double months) {
    return rate < 1e-9 ? months : (1 - std::pow(1 + rate, -months)) / rate;
}

}  // namespace

// Saving a month that closes the gap between the income wanted in retirement and the pension expected: the
// annuity's present value at the pension age, less what is saved and grows until then.
Found find_pension_gap(const KnownNumbers& customer, const OpportunityTerms& terms) {
    const auto age = customer.positive("age");
    const auto income = customer.positive("monthly_income");
    const auto expected = customer("expected_pension");
    if (!age || !income || !expected || *expected < 0) return std::nullopt;
    const double months = (terms.pension_age - *age) * months_a_year;
    const double gap = *income * terms.pension_income_percent / 100 - *expected;
    if (months < months_a_year || gap <= 0) return std::nullopt;
    const double rate = monthly(terms.real_return_percent);
    const double needed = gap * worth_now(rate, terms.pension_years * months_a_year);
    const double saved = std::max(customer("pension_value").value_or(0), 0.0) * std::pow(1 + rate, months);
    return found(OpportunityKind::pension_gap, (needed - saved) / grown(rate, months),
                 {{"gap", "a month between what is wanted and what is expected", gap},
                  {"expected_pension", "of pension expected a month", *expected}});
}

// Cover for the mortgage and, with children, some years of income. Only where the bank knows that there is no
// insurance.
Found find_insurance_gap(const KnownNumbers& customer, const OpportunityTerms& terms) {
    if (!customer.is_not("has_life_insurance")) return std::nullopt;
    const double mortgage = customer.positive("mortgage_balance").value_or(0);
    const bool has_children = customer.is("has_children") || customer.positive("children");
    const double income = has_children ? customer.positive("monthly_income").value_or(0) : 0;
    return found(
        OpportunityKind::insurance_gap, mortgage + income * months_a_year * terms.income_years_insured,
        {{"mortgage_balance", "owed on the home", mortgage}, {"monthly_income", "earned a month", income}});
}

// A year's interest at today's rate less that of a new one, with the premium for fixing it ahead; only where
// the fixed rate ends soon enough, so that nothing is paid for ending it early.
Found find_mortgage_refinancing(const KnownNumbers& customer, const OpportunityTerms& terms) {
    const auto debt = customer.positive("mortgage_balance");
    const auto rate = customer.positive("mortgage_rate_percent");
    const auto months = customer("mortgage_fixed_months");
    if (!debt || !rate || !months || *months < 0 || *months > terms.forward_months) return std::nullopt;
    const double gain = *rate - (terms.mortgage_rate_percent + *months * terms.forward_premium_percent);
    if (gain < terms.least_rate_gain_points) return std::nullopt;
    return found(OpportunityKind::mortgage_refinancing, *debt * gain / 100,
                 {{"mortgage_rate_percent", "percent paid now", *rate},
                  {"mortgage_fixed_months", "months until the rate is free", *months}});
}

// Saving a month that reaches the goal in time, beyond what is being saved.
Found find_goal_shortfall(const KnownNumbers& customer, const OpportunityTerms& terms) {
    const auto gap = customer.positive("goal_gap");
    const auto months = customer.positive("goal_months_left");
    if (!gap || !months || *months < 1) return std::nullopt;
    const double saving = std::max(customer("goal_monthly_saving").value_or(0), 0.0);
    const double needed = *gap / grown(monthly(terms.real_return_percent), *months);
    return found(OpportunityKind::goal_shortfall, needed - saving,
                 {{"goal_gap", "missing to the goal", *gap},
                  {"goal_months_left", "months left", *months},
                  {"goal_monthly_saving", "saved for it a month", saving}});
}

}  // namespace parlance::personalization
