#include "personalization/policy/policy_report.h"

#include <algorithm>

#include "personalization/policy/reward_model.h"

namespace parlance::personalization {

namespace {

constexpr std::size_t folds = 5;
constexpr double lift_to_find = 0.1;

std::size_t place_in(const std::vector<std::string>& actions, const std::string& name) {
    return static_cast<std::size_t>(std::find(actions.begin(), actions.end(), name) - actions.begin());
}

// The policy that made the log: every decision weighs 1.
Estimate earned(const DecisionLog& log, const EstimateOptions& options) {
    DecisionLog certain = log;
    std::fill(certain.propensities.begin(), certain.propensities.end(), 1.0);
    ActionChances as_taken{log.actions.size(), std::vector<double>(log.size() * log.actions.size())};
    for (std::size_t row = 0; row < log.size(); ++row)
        as_taken.values[row * as_taken.actions + log.taken[row]] = 1;
    const std::vector<double> nothing(as_taken.values.size());
    return value_of("logged", as_taken, certain, nothing, options).ips;
}

}  // namespace

PolicyReport compare_policies(const DecisionLog& log, const std::string& control,
                              const EstimateOptions& options) {
    PolicyReport report;
    report.decisions = log.size();
    report.seed = options.seed;
    report.control = control;
    report.logged = earned(log, options);
    const std::vector<double> foretold = foretell_rewards(log, folds, options.seed);
    for (std::size_t action = 0; action < log.actions.size(); ++action)
        report.fixed.push_back(
            value_of("always " + log.actions[action], always(log, action), log, foretold, options));
    std::vector<std::size_t> order(log.actions.size());
    for (std::size_t action = 0; action < order.size(); ++action) order[action] = action;
    const auto value = [&](std::size_t action) { return report.fixed[action].doubly_robust.value; };
    const std::size_t best =
        *std::max_element(order.begin(), order.end(),
                          [&](std::size_t left, std::size_t right) { return value(left) < value(right); });
    const ActionChances best_fixed = always(log, best);
    if (log.target) {
        report.target = value_of("new policy", *log.target, log, foretold, options);
        report.over_best_fixed = advantage(*log.target, best_fixed, log, foretold, options);
    }
    if (!control.empty()) {
        const ActionChances nothing = always(log, place_in(log.actions, control));
        report.over_control =
            advantage(log.target ? *log.target : best_fixed, nothing, log, foretold, options);
    }
    std::stable_sort(report.fixed.begin(), report.fixed.end(),
                     [](const PolicyValue& left, const PolicyValue& right) {
                         return left.doubly_robust.value > right.doubly_robust.value;
                     });
    report.required = required_cases(report.fixed.front().doubly_robust.value, lift_to_find);
    return report;
}

}  // namespace parlance::personalization
