#pragma once

#include <cstddef>

#include "intents/result.h"
#include "personalization/learning/binary_measures.h"
#include "personalization/learning/binary_model.h"
#include "personalization/learning/feature_matrix.h"
#include "personalization/learning/standard_scaling.h"

namespace parlance::personalization {

// How a model goes on while the answers come in. All in rows.
struct PrequentialOptions {
    std::size_t delay = 250;      // newest ones whose answers are not known yet
    std::size_t half_life = 500;  // after so many, half of what an answer has taught is forgotten
};

// Measures a model on rows in the order of time while it goes on learning: an online logistic regression over
// the model's log odds and the features, which begins as the model itself and learns from every answer as
// soon as it is known. A row's own answer, and those within the delay, are never looked at. scaling: of the
// model's training rows. Fails like BinaryModel::probabilities. Source of the protocol: Dawid 1984,
// "Statistical theory: the prequential approach".
Result<BinaryMeasures> measure_prequentially(const BinaryModel& model, const StandardScaling& scaling,
                                             const LabelledMatrix& rows,
                                             const PrequentialOptions& options = {});

}  // namespace parlance::personalization
