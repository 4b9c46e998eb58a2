#pragma once

#include "intents/result.h"
#include "personalization/behavior_profile.h"
#include "personalization/customer_state.h"
#include "personalization/learning/churn_model.h"

namespace parlance::personalization {

// The calibrated probability that a customer leaves within the model's horizon, from what is remembered of
// him. Takes microseconds. Of somebody without events it is the base rate. Fails with bad_model for a model
// that is not one of behaviour events.
Result<double> churn_probability(const ChurnModel& model, const CustomerState& state, TimePoint now);

// The same with the confidence and what drives it (exact TreeSHAP, milliseconds).
Result<ChurnRisk> forecast_churn(const ChurnModel& model, const CustomerState& state, TimePoint now);

}  // namespace parlance::personalization
