#pragma once

#include <cstdint>

#include "dialogue/tracker.h"
#include "intents/result.h"

namespace parlance::dialogue {

// Whether events of `customer` may follow the `version` events of a conversation that `owner` holds (nobody
// when it is new). Fails with version_conflict, or storage_failed when the conversation is another
// customer's. The same words from every store.
Result<void> check_append(const ConversationId& conversation, const CustomerId& owner,
                          const CustomerId& customer, std::uint64_t version, std::uint64_t expected_version);

// Adds events to a tracker in memory and folds them in.
void add_events(Tracker& tracker, std::span<const TrackerEvent> events);

}  // namespace parlance::dialogue
