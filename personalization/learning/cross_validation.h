#pragma once

#include <string>
#include <vector>

#include "personalization/learning/binary_measures.h"
#include "personalization/learning/binary_training.h"
#include "personalization/learning/folds.h"

namespace parlance::personalization {

// What training on each split's rows gave on the rows kept out of it.
struct SplitEvaluation {
    BinaryMeasures overall;             // over the kept-out rows of all splits together
    std::vector<BinaryMeasures> parts;  // one a split
    std::vector<std::string> chosen;    // likewise: the model, and its calibration
    std::vector<double> foretold = {};  // the kept-out rows' probabilities, split after split
};

// Trains and measures anew for each split; choosing, stopping and calibrating happen within its training
// rows. Fails like train_binary.
Result<SplitEvaluation> evaluate_splits(const LabelledMatrix& rows, const std::vector<Split>& splits,
                                        const BinaryTrainingOptions& options,
                                        const LearningProgress& progress = {});

}  // namespace parlance::personalization
