#include <algorithm>
#include <cmath>

#include "personalization/opportunities/finder_rules.h"

namespace parlance::personalization {

namespace {

std::optional<double> target_equity(const std::string& tolerance, const OpportunityTerms& terms) {
    if (tolerance == "low") return terms.equity_percent_low;
    if (tolerance == "moderate") return terms.equity_percent_moderate;
    if (tolerance == "high") return terms.equity_percent_high;
    return std::nullopt;
}

}  // namespace

// What would have to change between shares and the rest, when the share is outside of the band around the
// target. The tolerance is the questionnaire's, never one that was only judged.
Found find_allocation_drift(const KnownNumbers& customer, const OpportunityTerms& terms) {
    const auto invested = customer.positive("investments_value");
    const auto share = customer("equity_share_percent");
    const auto target = target_equity(customer.text("risk_tolerance"), terms);
    if (!invested || !share || !target) return std::nullopt;
    const double drift = *share - *target;
    if (std::abs(drift) <= terms.drift_band_points) return std::nullopt;
    return found(
        OpportunityKind::allocation_drift, *invested * std::abs(drift) / 100,
        {{"equity_share_percent", "percent of shares", *share}, {"target", "percent as a target", *target}});
}

// Tax on gains of the year beyond the allowance, as far as losses not yet realised can be set against them.
Found find_tax_loss_harvesting(const KnownNumbers& customer, const OpportunityTerms& terms) {
    const auto losses = customer.positive("unrealised_losses");
    const auto gains = customer.positive("realised_gains");
    if (!losses || !gains) return std::nullopt;
    const bool is_married = customer.text("marital") == "married";
    const double taxed = *gains - terms.saver_allowance * (is_married ? 2 : 1);
    if (taxed <= 0) return std::nullopt;
    return found(OpportunityKind::tax_loss_harvesting,
                 std::min(taxed, *losses) * terms.capital_gains_tax_percent / 100,
                 {{"unrealised_losses", "of losses not realised", *losses},
                  {"realised_gains", "of gains this year", *gains}});
}

// What funds cost above an index fund.
Found find_fund_costs(const KnownNumbers& customer, const OpportunityTerms& terms) {
    const auto invested = customer.positive("investments_value");
    const auto cost = customer.positive("fund_cost_percent");
    if (!invested || !cost) return std::nullopt;
    const double saved = *invested * (*cost - terms.index_fund_cost_percent) / 100;
    if (saved < terms.least_fee_saving) return std::nullopt;
    return found(OpportunityKind::fund_costs, saved,
                 {{"fund_cost_percent", "percent a year that the funds cost", *cost},
                  {"investments_value", "invested", *invested}});
}

}  // namespace parlance::personalization
