#include <algorithm>

#include "personalization/opportunities/finder_rules.h"

namespace parlance::personalization {

// Interest on what lies in the current account beyond some months of spending.
Found find_idle_cash(const KnownNumbers& customer, const OpportunityTerms& terms) {
    const auto balance = customer.positive("current_balance");
    const auto spending = customer.positive("monthly_spending");
    if (!balance || !spending) return std::nullopt;
    const double idle = *balance - terms.kept_months * *spending;
    if (idle < terms.least_idle) return std::nullopt;
    return found(OpportunityKind::idle_cash, idle * terms.savings_rate_percent / 100,
                 {{"current_balance", "in the current account", *balance},
                  {"idle", "beyond what is kept for spending", idle}});
}

// What the reserve lacks of some months of spending.
Found find_emergency_fund(const KnownNumbers& customer, const OpportunityTerms& terms) {
    const auto months = customer("reserve_months");
    const auto spending = customer.positive("monthly_spending");
    if (!months || !spending || *months >= terms.reserve_months) return std::nullopt;
    const double missing = (terms.reserve_months - std::max(*months, 0.0)) * *spending;
    return found(OpportunityKind::emergency_fund, missing,
                 {{"reserve_months", "months of spending that the reserve covers", *months},
                  {"monthly_spending", "spent a month", *spending}});
}

// What three months' fees come to in a year.
Found find_account_fees(const KnownNumbers& customer, const OpportunityTerms& terms) {
    const auto fees = customer.positive("fees_90_days");
    if (!fees) return std::nullopt;
    const double a_year = *fees * 365 / 90;
    if (a_year < terms.least_fee_saving) return std::nullopt;
    return found(OpportunityKind::account_fees, a_year,
                 {{"fees_90_days", "fees of the last 90 days", *fees}});
}

// The difference of interest between a card's debt and a loan.
Found find_card_debt(const KnownNumbers& customer, const OpportunityTerms& terms) {
    const auto debt = customer.positive("card_balance");
    if (!debt || *debt < terms.least_card_debt) return std::nullopt;
    return found(OpportunityKind::card_debt,
                 *debt * (terms.card_rate_percent - terms.loan_rate_percent) / 100,
                 {{"card_balance", "owed on cards", *debt}});
}

}  // namespace parlance::personalization
