#pragma once

#include <string>
#include <string_view>

#include "intents/result.h"
#include "personalization/behavior_event.h"

namespace parlance::personalization {

// A behaviour event as versioned bytes for a store: everything but its customer, id and source, for which a
// store has pseudonyms. Money, dates and doubles come back to the last bit, texts to the last byte.
std::string to_event_bytes(const BehaviorEvent& event);

// The inverse. Fails with storage_failed for bytes that are cut, damaged or of another version.
Result<BehaviorEvent> read_event_bytes(std::string_view bytes);

}  // namespace parlance::personalization
