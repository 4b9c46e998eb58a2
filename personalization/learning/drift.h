#pragma once

#include <optional>
#include <vector>

#include "personalization/learning/binary_measures.h"
#include "personalization/learning/binary_model.h"
#include "personalization/learning/feature_bins.h"

namespace parlance::personalization {

inline constexpr double shifting_psi = 0.1;
inline constexpr double shifted_psi = 0.25;

// How a table differs from the one that a model knows.
struct DriftReport {
    std::vector<FeatureDrift> features;    // the largest first
    double foretold_rate = 0;              // mean probability on the new rows
    double rate = 0;                       // what happened there
    std::optional<BinaryMeasures> before;  // on the table to compare with, when there is one
    BinaryMeasures now;                    // on all new rows
    // On the second half of the new rows, as the model is and after a calibration fitted on the first half.
    BinaryMeasures later_half;
    std::optional<BinaryMeasures> later_half_recalibrated;
};

// Compares rows with what a model knows and says what a new calibration would bring. Rows are in time order.
// Fails with bad_model when the columns are others.
Result<DriftReport> measure_drift(const BinaryModel& model, const FeatureBins& bins,
                                  const LabelledMatrix& rows, std::uint32_t seed);

// The model calibrated anew on these rows: by the best method of all where there are many, else by a line
// (Platt). Fails with bad_training below 20 rows of either answer, with bad_model when the columns are
// others.
Result<BinaryModel> recalibrate(const BinaryModel& model, const LabelledMatrix& rows, std::uint32_t seed);

}  // namespace parlance::personalization
