#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "intents/findings.h"
#include "personalization/learning/data_table.h"
#include "personalization/learning/feature_matrix.h"
#include "personalization/policy/policy_value.h"

namespace parlance::personalization {

// A randomised trial: who was treated, and what came of it (1: the event happened).
struct Trial {
    LabelledMatrix rows;
    std::vector<std::uint8_t> treated;  // one a row
};

struct TrialColumns {
    std::string treatment;
    std::string treated;  // its value of the treated rows; rows that are neither are left out
    std::string control;
    std::string outcome;
    std::vector<std::string> drop;  // columns not to learn from, as those that came after the treatment
};

// Reads a trial; an outcome above 0 is the event. Findings: no such column (E1009, with what is near), an
// outcome that is no number (E1008), a treatment or control that no row has (E1014).
Trial trial_from(const DataTable& table, const TrialColumns& columns, Findings& findings);

// What treating the rows with the highest foretold effects gained over not treating them.
struct UpliftAt {
    double share = 1;  // of the rows
    std::size_t rows = 0;
    Estimate gain;  // share of events among the treated less that among the others; normal 95 % interval
};

struct UpliftMeasures {
    std::size_t rows = 0;
    std::size_t treated = 0;
    std::vector<UpliftAt> at;  // the top .1, .2, .3, .5 and all
    double qini = 0;           // area between the Qini curve and a random order's (Radcliffe 2007), a row
};

// The effect foretold for every row by a T-learner (Kunzel et al. 2019): one logistic model of the treated,
// one of the others, both fitted on the other folds. folds: at least 2.
std::vector<double> foretell_effects(const Trial& trial, std::size_t folds, std::uint32_t seed);

// effects: one a row. Holds only for rows that were treated by chance, with one probability for all.
UpliftMeasures measure_uplift(const Trial& trial, const std::vector<double>& effects);

}  // namespace parlance::personalization
