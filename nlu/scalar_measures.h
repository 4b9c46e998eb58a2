#pragma once

#include <optional>
#include <string>
#include <vector>

#include "nlu/evaluation.h"

namespace parlance::nlu {

// One number of an evaluation.
struct ScalarMeasure {
    std::string key;    // its place in the JSON: "accuracy", "latency_ms/p50"
    std::string title;  // for people, with the unit
    std::optional<double> value;
    int decimals = 4;
};

// Every number of an evaluation that stands alone, in the order of a report. Those that could not be measured
// are there without a value; robustness and the early exits are left out when there are none.
std::vector<ScalarMeasure> scalar_measures(const Evaluation& evaluation);

}  // namespace parlance::nlu
