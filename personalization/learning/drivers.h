#pragma once

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

}  // namespace parlance::personalization
