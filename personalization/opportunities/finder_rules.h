#pragma once

#include <optional>

#include "personalization/opportunities/known_numbers.h"
#include "personalization/opportunities/opportunity_terms.h"

namespace parlance::personalization {

// One rule an opportunity: the euros and the figures that they come from, or nothing.
using Found = std::optional<Opportunity>;

// Everyday money (everyday_finders.cpp).
Found find_idle_cash(const KnownNumbers& customer, const OpportunityTerms& terms);
Found find_emergency_fund(const KnownNumbers& customer, const OpportunityTerms& terms);
Found find_account_fees(const KnownNumbers& customer, const OpportunityTerms& terms);
Found find_card_debt(const KnownNumbers& customer, const OpportunityTerms& terms);

// What is invested (portfolio_finders.cpp).
Found find_allocation_drift(const KnownNumbers& customer, const OpportunityTerms& terms);
Found find_tax_loss_harvesting(const KnownNumbers& customer, const OpportunityTerms& terms);
Found find_fund_costs(const KnownNumbers& customer, const OpportunityTerms& terms);

// What lies ahead (planning_finders.cpp).
Found find_pension_gap(const KnownNumbers& customer, const OpportunityTerms& terms);
Found find_insurance_gap(const KnownNumbers& customer, const OpportunityTerms& terms);
Found find_mortgage_refinancing(const KnownNumbers& customer, const OpportunityTerms& terms);
Found find_goal_shortfall(const KnownNumbers& customer, const OpportunityTerms& terms);

// The opportunity with its figures; nothing when it comes to less than a whole euro.
Found found(OpportunityKind kind, double euros, std::vector<Evidence> evidence);

}  // namespace parlance::personalization
