#pragma once

#include <string>
#include <vector>

#include "intents/result.h"
#include "personalization/customer_state.h"
#include "personalization/learning/segment_model.h"

namespace parlance::personalization {

// A customer's place among the segments that were found in behaviour.
struct BehaviorSegment {
    std::string name;            // "high visits 30d, low days since payment"
    double share = 0;            // of the customer's membership, 0..1
    std::vector<double> shares;  // in every segment of the model, summing up to 1
};

// Fails with bad_model when the model needs a feature that is not remembered of customers.
Result<BehaviorSegment> place_in_segments(const SegmentModel& model, const CustomerState& state,
                                          TimePoint now);

}  // namespace parlance::personalization
