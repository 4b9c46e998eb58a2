#pragma once

#include <cstddef>

#include "intents/result.h"
#include "personalization/learning/binary_measures.h"
#include "personalization/learning/binary_model.h"
#include "personalization/learning/feature_matrix.h"

namespace parlance::personalization {

// How a model goes on while the answers come in.
struct PrequentialOptions {
    std::size_t batch = 250;    // rows between two calibrations
    std::size_t delay = 250;    // newest rows whose answers are not known yet
    std::size_t window = 1000;  // newest answers that a calibration is fitted on
};

// Measures a model on rows in the order of time, calibrated anew before each batch (a line over its log odds,
// Platt 1999) on the newest answers known by then; the model itself stays. A batch's own answers, and those
// within the delay, are never looked at. Until the window has 50 of either answer the model's own calibration
// holds. Fails like BinaryModel::margins. Source of the protocol: Dawid 1984, "Statistical theory: the
// prequential approach".
Result<BinaryMeasures> measure_prequentially(const BinaryModel& model, const LabelledMatrix& rows,
                                             const PrequentialOptions& options = {});

}  // namespace parlance::personalization
