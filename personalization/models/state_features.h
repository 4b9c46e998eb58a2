#pragma once

#include <string>
#include <vector>

#include "personalization/customer_state.h"
#include "personalization/learning/feature_matrix.h"

namespace parlance::personalization {

// Everything that is remembered of a customer, as one row to learn from: the columns are `feature_specs`.
FeatureMatrix state_features(const CustomerState& state, TimePoint now);

// The same as one row for a model: its columns, found by name, so that a model that
// was trained before a feature came up goes on working. Every name is one of `feature_specs`; others are not
// known (NaN).
FeatureMatrix state_features(const CustomerState& state, const std::vector<std::string>& names,
                             TimePoint now);

// Those of the names that are no feature of a customer's state.
std::vector<std::string> unknown_features(const std::vector<std::string>& names);

}  // namespace parlance::personalization
