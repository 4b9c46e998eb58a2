#include "personalization/opportunities/opportunity_terms.h"

#include <array>
#include <string>
#include <string_view>

#include "intents/object_reader.h"

namespace parlance::personalization {

namespace {

constexpr double most = 1'000'000;

struct Term {
    std::string_view name;
    double OpportunityTerms::*place;
};

constexpr std::array<Term, 24> terms{{
    {"savings_rate_percent", &OpportunityTerms::savings_rate_percent},
    {"kept_months", &OpportunityTerms::kept_months},
    {"least_idle", &OpportunityTerms::least_idle},
    {"reserve_months", &OpportunityTerms::reserve_months},
    {"equity_percent_low", &OpportunityTerms::equity_percent_low},
    {"equity_percent_moderate", &OpportunityTerms::equity_percent_moderate},
    {"equity_percent_high", &OpportunityTerms::equity_percent_high},
    {"drift_band_points", &OpportunityTerms::drift_band_points},
    {"capital_gains_tax_percent", &OpportunityTerms::capital_gains_tax_percent},
    {"saver_allowance", &OpportunityTerms::saver_allowance},
    {"index_fund_cost_percent", &OpportunityTerms::index_fund_cost_percent},
    {"least_fee_saving", &OpportunityTerms::least_fee_saving},
    {"card_rate_percent", &OpportunityTerms::card_rate_percent},
    {"loan_rate_percent", &OpportunityTerms::loan_rate_percent},
    {"least_card_debt", &OpportunityTerms::least_card_debt},
    {"pension_income_percent", &OpportunityTerms::pension_income_percent},
    {"pension_years", &OpportunityTerms::pension_years},
    {"pension_age", &OpportunityTerms::pension_age},
    {"real_return_percent", &OpportunityTerms::real_return_percent},
    {"income_years_insured", &OpportunityTerms::income_years_insured},
    {"mortgage_rate_percent", &OpportunityTerms::mortgage_rate_percent},
    {"forward_months", &OpportunityTerms::forward_months},
    {"forward_premium_percent", &OpportunityTerms::forward_premium_percent},
    {"least_rate_gain_points", &OpportunityTerms::least_rate_gain_points},
}};

}  // namespace

std::optional<OpportunityTerms> read_opportunity_terms(const PackSource& source, Findings& findings) {
    const PackFile* file = source.file("opportunities.json");
    if (file == nullptr) return std::nullopt;
    ObjectReader reader(file->root, file->path, findings);
    OpportunityTerms read;
    for (const Term& term : terms) {
        const double value = reader.required_number(term.name);
        if (value < 0 || value > most)
            reader.error("E0414", term.name,
                         "\"" + std::string(term.name) + "\" must lie between 0 and 1000000");
        read.*term.place = value;
    }
    reader.finish();
    return read;
}

}  // namespace parlance::personalization
