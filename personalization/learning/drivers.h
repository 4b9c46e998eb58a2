#pragma once

#include <string>
#include <vector>

#include "personalization/evidence.h"
#include "personalization/learning/binary_model.h"
#include "personalization/learning/feature_bins.h"

namespace parlance::personalization {

// What moved a forecast, in words that an advisor reads: "Total_Trans_Ct is 21, among the lowest tenth:
// raises the chance much". The strongest `most` that move the odds by a twentieth or more; weights are log
// odds. bins: of the rows that the model was trained on. Fails with bad_model when the row has another width.
Result<std::vector<Evidence>> drivers_of(const BinaryModel& model, const FeatureBins& bins,
                                         std::span<const float> row, std::size_t most);

// One of the likeliest cases, with what moved it.
struct ExplainedCase {
    std::string name;
    double probability = 0;
    std::vector<Evidence> drivers;
};

// The `most` cases with the highest probabilities, each with its five strongest drivers. names: one a row.
// Fails with bad_model when the matrix has other columns.
Result<std::vector<ExplainedCase>> likeliest_cases(const BinaryModel& model, const FeatureBins& bins,
                                                   const FeatureMatrix& features,
                                                   const std::vector<std::string>& names, std::size_t most);

}  // namespace parlance::personalization
