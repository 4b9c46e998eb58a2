#pragma once

#include <optional>
#include <string>
#include <vector>

#include "personalization/policy/policy_value.h"

namespace parlance::personalization {

// Policies side by side: the new one where the log has it, and every fixed action.
struct PolicyReport {
    std::string data;
    std::size_t decisions = 0;
    std::uint32_t seed = 42;
    Estimate logged;  // the mean reward that was earned
    std::optional<PolicyValue> target;
    std::vector<PolicyValue> fixed;           // the best by doubly robust value first
    std::string control;                      // an action to compare with; empty: none
    std::optional<Estimate> over_best_fixed;  // what the new policy earns more than the best fixed action
    std::optional<Estimate> over_control;  // what it, or else the best fixed action, earns more than control
    std::size_t required = 0;              // cases in each group to find a lift of a tenth; 0: not a rate
};

// control: one of the log's actions, or empty.
PolicyReport compare_policies(const DecisionLog& log, const std::string& control,
                              const EstimateOptions& options);

// For people: text in lines. For programs: one JSON object.
std::string describe(const PolicyReport& report);
std::string to_json_text(const PolicyReport& report);

}  // namespace parlance::personalization
