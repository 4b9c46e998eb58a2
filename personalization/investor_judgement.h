#pragma once

#include "personalization/activity.h"
#include "personalization/behavior_profile.h"
#include "personalization/customer_view.h"

namespace parlance::personalization {

// How the customer invests: by the share of investments in what he owns, and what he asks and reads.
Judged<InvestmentStyle> judge_investment_style(const CustomerView& view, const Activity& activity);

// How much loss the customer can bear. The questionnaire's answer (attribute risk_tolerance) is taken as it
// is, with confidence 1; without one a point score over age, reserve, investments and talk of worry, whose
// confidence stays at 0.6 at most: behaviour is no questionnaire.
Judged<RiskTolerance> judge_risk_tolerance(const CustomerView& view, const Activity& activity);

}  // namespace parlance::personalization
