#pragma once

#include <map>
#include <span>
#include <vector>

#include "personalization/append_outcome.h"
#include "personalization/customer_record.h"

namespace parlance::personalization {

// Decides what becomes of each event of a batch, and counts the accepted ones in their customers' records.
//
// known: for each event, whether the store has one of its source and id already.
// records: every customer's of the batch, as the store has it; the caller writes what comes of them.
// Events that are twice in the batch count once.
std::vector<AppendOutcome> decide_batch(std::span<const BehaviorEvent> events, const std::vector<bool>& known,
                                        Lateness lateness, std::map<CustomerId, CustomerRecord>& records);

}  // namespace parlance::personalization
