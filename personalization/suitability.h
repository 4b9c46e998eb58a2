#pragma once

#include "personalization/behavior_profile.h"
#include "personalization/catalogue.h"
#include "personalization/customer_view.h"
#include "personalization/profile_attributes.h"

namespace parlance::personalization {

// Whether the offer's own rule lets the customer have it.
bool is_eligible(const Offer& offer, const Attributes& attributes, const CalendarDate& today);

// Whether the bank should offer it at all: the offer's risk within the customer's tolerance (a tolerance that
// was only inferred from behaviour counts as moderate at most, and as low when the confidence is thin);
// credit and mortgages only with a known income, a reserve and no arrears; a credit card only with an income
// and no arrears.
bool is_suitable(const Offer& offer, const CustomerView& view, const BehaviorProfile& profile);

// Help and advice only, no sale: the customer is angry or worried, complains or has complained in the last
// week, or has not agreed to be sold to (attribute marketing_consent is false).
bool may_be_sold_to(const CustomerView& view, const Moment& moment);

// Help and advice: what a customer in distress may still be offered.
bool is_help(const Offer& offer);

}  // namespace parlance::personalization
