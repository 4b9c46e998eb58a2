#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "personalization/policy/decision_log.h"

namespace parlance::personalization {

// An estimate with its 95 % interval.
struct Estimate {
    double value = 0;
    double low = 0;
    double high = 0;
};

// What a policy would have earned a decision, judged from decisions that another one took.
struct PolicyValue {
    std::string policy;
    Estimate ips;               // inverse propensity scoring (Horvitz and Thompson 1952)
    Estimate snips;             // the same over the sum of weights (Swaminathan and Joachims 2015)
    Estimate doubly_robust;     // Dudik, Langford and Li 2011, rewards foretold by cross-fitting
    double surely_above = 0;    // doubly robust, lower bound by empirical Bernstein (Maurer and Pontil 2009)
    double effective_rows = 0;  // (sum of weights)^2 / sum of squared weights
    double heaviest = 0;        // the largest weight's share of their sum

    // Too few rows speak for the policy: below 200 effective ones, or one weighs above a tenth.
    bool is_doubtful() const { return effective_rows < 200 || heaviest > 0.1; }
};

struct EstimateOptions {
    std::size_t resamples = 1000;  // of the bootstrap
    std::uint32_t seed = 42;
};

// Intervals are the percentiles of a bootstrap over decisions (Efron 1979); estimators are unbiased (SNIPS:
// nearly) when the propensities are those by which the log was made. foretold: by foretell_rewards. Never
// fails on a log with rows; without any all is 0.
PolicyValue value_of(const std::string& name, const ActionChances& policy, const DecisionLog& log,
                     std::span<const double> foretold, const EstimateOptions& options = {});

// How much more one policy earns than another: doubly robust, row by row on the same decisions.
Estimate advantage(const ActionChances& policy, const ActionChances& other, const DecisionLog& log,
                   std::span<const double> foretold, const EstimateOptions& options = {});

// Cases in each of two groups for a test at 5 % to find a rate that is `lift` (relative, as .1) above `base`
// four times in five: the normal approximation for two proportions. 0 where there is nothing to find.
std::size_t required_cases(double base, double lift);

}  // namespace parlance::personalization
