#pragma once

#include <optional>

#include "intents/findings.h"
#include "intents/pack_source.h"

namespace parlance::personalization {

// The rates, taxes and thresholds that opportunities are found by: a pack's opportunities.json. Percentages a
// year, amounts in euros.
struct OpportunityTerms {
    double savings_rate_percent = 0;  // that the bank pays
    double kept_months = 0;           // of spending that a current account may hold
    double least_idle = 0;
    double reserve_months = 0;      // that a reserve should cover
    double equity_percent_low = 0;  // target share of shares, by risk tolerance
    double equity_percent_moderate = 0;
    double equity_percent_high = 0;
    double drift_band_points = 0;  // around the target
    double capital_gains_tax_percent = 0;
    double saver_allowance = 0;  // gains free of tax a year; twice that for the married
    double index_fund_cost_percent = 0;
    double least_fee_saving = 0;  // a year
    double card_rate_percent = 0;
    double loan_rate_percent = 0;
    double least_card_debt = 0;
    double pension_income_percent = 0;  // of today's income, that a pension should reach
    double pension_years = 0;           // for which it is paid
    double pension_age = 0;
    double real_return_percent = 0;      // of what is saved, after inflation
    double income_years_insured = 0;     // that an insurance of those who depend on it should replace
    double mortgage_rate_percent = 0;    // for a new fixed rate
    double forward_months = 0;           // that a rate can be fixed ahead
    double forward_premium_percent = 0;  // a month ahead
    double least_rate_gain_points = 0;   // below that refinancing is not worth the trouble
};

// Reads opportunities.json: every member must be there, a number from 0 to 1,000,000 (E0414). Findings as of
// ObjectReader. Nothing for a pack without the file: then no opportunities are looked for.
std::optional<OpportunityTerms> read_opportunity_terms(const PackSource& source, Findings& findings);

}  // namespace parlance::personalization
