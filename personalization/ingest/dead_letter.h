#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "intents/clock.h"

namespace parlance::personalization {

// Why an event was not counted.
enum class DeadReason {
    unreadable,       // no CloudEvent of ours
    late,             // too far behind its customer's newest event
    from_the_future,  // ahead of our clock by more than its error can be
};

// "from_the_future".
std::string_view to_text(DeadReason reason);
// The inverse; nothing for a word that is no reason.
std::optional<DeadReason> dead_reason(std::string_view text);

// An event that was not counted, kept so that it can be put right and counted after all.
struct DeadLetter {
    DeadReason reason = DeadReason::unreadable;
    std::string detail;  // what is wrong, with line:column; quotes no value
    std::string text;    // as it came
    TimePoint received;
    std::int64_t number = 0;  // given by the store

    bool operator==(const DeadLetter&) const = default;
};

}  // namespace parlance::personalization
