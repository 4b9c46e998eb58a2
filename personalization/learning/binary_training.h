#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "personalization/learning/binary_model.h"

namespace parlance::personalization {

// The candidates that stood the test on churn tables: from deep trees to shallow ones, each on drawn rows and
// features.
std::vector<TreeOptions> usual_trees();

struct BinaryTrainingOptions {
    std::uint32_t seed = 42;
    std::size_t inner_parts = 5;
    int bags = 2;  // sets of trees grown from different seeds, all together (at least one a candidate)
    std::vector<double> penalties = {1, 30, 300};
    std::vector<TreeOptions> trees = usual_trees();
};

// How a candidate did on rows that it was not trained on.
struct CandidateResult {
    std::string name;  // "logistic, penalty 30"
    double log_loss = 0;
    double roc_auc = 0;
    int rounds = 0;  // of trees, mean over the parts
};

struct BinaryTraining {
    BinaryModel model;
    std::vector<CandidateResult> candidates;
    std::string chosen;   // "trees ... 0.8 + logistic ... 0.2"
    double log_loss = 0;  // of the chosen one, before calibration
};

// Called with what is being done and the share done, in [0, 1].
using LearningProgress = std::function<void(const std::string&, double)>;

// Chooses by cross-validation within the rows (by groups where rows have them), each tree candidate stopping
// early on the part kept back: the best logistic model, the best trees (one candidate, or several that answer
// together), and the mix of the two with the lowest log loss. The winner is trained anew on all rows, and
// calibrated on the log odds that the kept-back parts got. Equal rows, options and seed give equal models.
//
// Fails with bad_training when there are fewer than 4 rows of either answer for each inner part, or no
// features.
Result<BinaryTraining> train_binary(const LabelledMatrix& rows, const BinaryTrainingOptions& options,
                                    const LearningProgress& progress = {});

}  // namespace parlance::personalization
