#pragma once

#include <string>
#include <string_view>

#include "intents/clock.h"
#include "intents/name.h"

namespace parlance::personalization {

enum class OutreachState { waiting, said, dropped };

std::string_view to_text(OutreachState state);

// Something to tell a customer unasked, and what became of it.
struct OutreachEntry {
    std::string id;
    CustomerId customer;
    std::string rule;
    std::string trigger;
    OutreachState state = OutreachState::waiting;
    std::string reason;  // why it waits, or was dropped; empty once said
    TimePoint noted;
    TimePoint due;      // not before; without a reason, the best time to reach him where he is not
    TimePoint expires;  // not after
    TimePoint said{};
    ConversationId conversation;  // in which it was said

    bool operator==(const OutreachEntry&) const = default;
};

// One JSON object.
std::string to_json_text(const OutreachEntry& entry);

}  // namespace parlance::personalization
