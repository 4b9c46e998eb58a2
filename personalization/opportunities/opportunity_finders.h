#pragma once

#include <vector>

#include "personalization/customer_view.h"
#include "personalization/opportunities/opportunity.h"
#include "personalization/opportunities/opportunity_terms.h"

namespace parlance::personalization {

// Every opportunity that a customer's figures show, the most euros first. A rule whose figures are not known
// says nothing. Estimates, rounded to whole euros; docs/personalization.md has each rule's formula and its
// source. Pure; microseconds.
std::vector<Opportunity> find_opportunities(const CustomerView& view, const OpportunityTerms& terms);

}  // namespace parlance::personalization
