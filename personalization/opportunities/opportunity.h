#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "personalization/evidence.h"

namespace parlance::personalization {

// What a customer's figures give cause to do.
enum class OpportunityKind {
    idle_cash,            // money in the current account that could earn interest
    emergency_fund,       // too small a reserve
    allocation_drift,     // the portfolio no longer fits the risk tolerance
    tax_loss_harvesting,  // losses that could be set against this year's gains
    fund_costs,           // dearer funds than need be
    account_fees,
    card_debt,  // dear debt on a card that a loan would make cheaper
    pension_gap,
    insurance_gap,  // somebody depends on the income, and nothing stands in for it
    mortgage_refinancing,
    goal_shortfall
};

// "idle_cash".
std::string_view to_text(OpportunityKind kind);
const std::vector<OpportunityKind>& all_opportunity_kinds();

// What an estimate's euros are.
enum class OpportunityMoney {
    gained_a_year,
    saved_a_year,
    saved_once,
    missing,
    to_be_moved,
    to_set_aside_a_month
};

std::string_view to_text(OpportunityMoney money);
OpportunityMoney money_of(OpportunityKind kind);

// The attribute that an estimate is read by in expressions and reasons: "idle_cash_euros".
std::string attribute_of(OpportunityKind kind);

// One opportunity, with the figures that it was found by.
struct Opportunity {
    OpportunityKind kind = OpportunityKind::idle_cash;
    double euros = 0;                // whole, above 0
    std::vector<Evidence> evidence;  // weight: the figure
};

}  // namespace parlance::personalization
