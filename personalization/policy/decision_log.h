#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intents/findings.h"
#include "personalization/learning/data_table.h"
#include "personalization/learning/feature_matrix.h"

namespace parlance::personalization {

// How likely each action is in each case: row after row, one probability an action.
struct ActionChances {
    std::size_t actions = 0;
    std::vector<double> values;

    double of(std::size_t row, std::size_t action) const { return values[row * actions + action]; }
};

// Decisions as they were logged: what was known, what was done with which probability, what came of it.
struct DecisionLog {
    std::vector<std::string> actions;
    std::vector<std::size_t> taken;    // one a row: a place in `actions`
    std::vector<double> propensities;  // of the action taken, in (0, 1]
    std::vector<double> rewards;
    FeatureMatrix contexts;               // no columns where nothing was known
    std::optional<ActionChances> target;  // of the policy in question

    std::size_t size() const { return taken.size(); }
};

// Which columns of a table say what.
struct DecisionColumns {
    std::string action = "action";
    std::string propensity = "propensity";
    std::string reward = "reward";
    std::string target_prefix = "target_";  // "target_phone": the new policy's probability of "phone"
    std::vector<std::string> drop;          // not to be learned from
};

// Reads a table of decisions; every column without a role is context. Wrong cells are findings: a column that
// is not there (E1009, with what is near), a propensity outside (0, 1] (E1012), a reward that is no number
// (E1008), probabilities of the new policy that are not between 0 and 1 or do not sum up to 1 (E1013). Rows
// that are wrong are left out.
DecisionLog decision_log(const DataTable& table, const DecisionColumns& columns, Findings& findings);

// The policy that always takes one action.
ActionChances always(const DecisionLog& log, std::size_t action);

}  // namespace parlance::personalization
