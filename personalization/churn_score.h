#pragma once

#include "personalization/activity.h"
#include "personalization/behavior_profile.h"
#include "personalization/customer_view.h"

namespace parlance::personalization {

// Probability that the customer leaves within 90 days, with its drivers.
// Method: logistic point score over the login trend, absence, complaints, a salary that stopped, talk of
// closing the account, years with the bank and number of products. Not fitted, not calibrated.
ChurnRisk judge_churn(const CustomerView& view, const Activity& activity);

}  // namespace parlance::personalization
