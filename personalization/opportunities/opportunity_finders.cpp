#include "personalization/opportunities/opportunity_finders.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "personalization/opportunities/finder_rules.h"

namespace parlance::personalization {

namespace {

constexpr std::array rules{
    find_idle_cash,        find_emergency_fund,       find_account_fees,  find_card_debt,
    find_allocation_drift, find_tax_loss_harvesting,  find_fund_costs,    find_pension_gap,
    find_insurance_gap,    find_mortgage_refinancing, find_goal_shortfall};

}  // namespace

Found found(OpportunityKind kind, double euros, std::vector<Evidence> evidence) {
    const double whole = std::round(euros);
    if (!(whole >= 1)) return std::nullopt;
    return Opportunity{kind, whole, std::move(evidence)};
}

std::vector<Opportunity> find_opportunities(const CustomerView& view, const OpportunityTerms& terms) {
    const KnownNumbers customer(view);
    std::vector<Opportunity> opportunities;
    for (const auto& rule : rules) {
        if (auto one = rule(customer, terms)) opportunities.push_back(std::move(*one));
    }
    std::stable_sort(
        opportunities.begin(), opportunities.end(),
        [](const Opportunity& left, const Opportunity& right) { return left.euros > right.euros; });
    return opportunities;
}

}  // namespace parlance::personalization
