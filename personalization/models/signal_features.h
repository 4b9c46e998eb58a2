#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "personalization/customer_state.h"
#include "personalization/learning/feature_matrix.h"

namespace parlance::personalization {

// Columns from which life events are learned: the age, everything that is remembered of a customer, and how
// often each banking signal came up lately (payments of a telling category, chats with a telling intent, as
// life_signals.h lists them, besides rent and salary).
const std::vector<std::string>& signal_feature_names();

// One row of those columns. age: years; nothing when it is not known.
FeatureMatrix signal_features(const CustomerState& state, std::optional<double> age, TimePoint now);

// A signal's column in words that a number can follow: "payments for childcare, halving every 90 days".
// Empty for other names.
std::string words_of_signal(std::string_view feature);

}  // namespace parlance::personalization
