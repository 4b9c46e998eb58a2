#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "intents/clock.h"
#include "intents/result.h"
#include "personalization/event_store.h"
#include "personalization/storage/dead_letters.h"

namespace parlance::personalization {

// What became of an event that came in.
struct IngestReceipt {
    enum class Outcome { accepted, repeated, dead };

    Outcome outcome = Outcome::accepted;
    std::optional<DeadReason> reason;  // of a dead one
    std::string detail;                // likewise; quotes no value
    CustomerId customer = {};          // of an accepted one

    bool operator==(const IngestReceipt&) const = default;
};

struct ReplayCounts {
    std::size_t accepted = 0;
    std::size_t repeated = 0;
    std::size_t still_dead = 0;
};

// Where behaviour events come in, from whatever side: each is counted in its customer's state once, however
// often it comes, or kept as a dead letter with the reason. When a call returns a receipt, what it says is on
// disk; after a crash before that, sending the same again is harmless. So at-least-once delivery in gives
// exactly-once counting.
// Safe to call from several threads, as the stores are. Borrows the stores.
class EventIngest {
public:
    // How far a feed's clock may be ahead of ours.
    static constexpr std::chrono::minutes clock_error{5};

    EventIngest(EventStore& events, DeadLetters& dead, Clock clock)
        : events_(events), dead_(dead), clock_(std::move(clock)) {}

    // One event. Fails with storage_failed when a store does not take it; then nothing was counted.
    Result<IngestReceipt> track_behavior(const BehaviorEvent& event);

    // Many, in one transaction: much faster. One receipt each, in their order. Fails as above.
    Result<std::vector<IngestReceipt>> track(std::span<const BehaviorEvent> events);

    // Many CloudEvents as JSON texts (personalization/cloud_event.h). Fails as above, not for bad texts.
    Result<std::vector<IngestReceipt>> track_texts(std::span<const std::string_view> texts);

    // Tries the dead letters again; those that count now leave. Fails as above.
    Result<ReplayCounts> replay(Lateness lateness);

private:
    class Batch;
    Result<std::vector<IngestReceipt>> take(Batch batch, Lateness lateness);

    EventStore& events_;
    DeadLetters& dead_;
    Clock clock_;
};

}  // namespace parlance::personalization
