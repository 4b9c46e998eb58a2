#pragma once

#include <cstdint>
#include <vector>

#include "personalization/policy/decision_log.h"

namespace parlance::personalization {

// Foretells the reward of every action in every case, row after row. Each row's answers come from a ridge
// regression (one an action, over standardised contexts) that was fitted on the other folds: cross-fitting,
// so that what is said of a row owes nothing to its own reward. An action that other folds never took is
// foretold the mean reward. folds: at least 2. Equal inputs and seed give equal answers.
std::vector<double> foretell_rewards(const DecisionLog& log, std::size_t folds, std::uint32_t seed);

}  // namespace parlance::personalization
