#pragma once

#include <vector>

#include "intents/result.h"
#include "personalization/behavior_event.h"

namespace parlance::personalization {

// Seam 3: where behaviour events are kept. Implementations: `MemoryEventStore`, `SqliteEventStore`
// in storage/. Safe to call from several threads.
class EventStore {
public:
    virtual ~EventStore() = default;

    // Keeps an event; one with a known id changes nothing. Fails with storage_failed.
    virtual Result<void> append(const BehaviorEvent& event) = 0;

    // A customer's events since a moment, oldest first; a customer without events has none.
    virtual Result<std::vector<BehaviorEvent>> events_of(const CustomerId& customer,
                                                         TimePoint since) const = 0;

    // Forgets a customer. Returns how many events went.
    virtual Result<std::size_t> erase(const CustomerId& customer) = 0;
};

}  // namespace parlance::personalization
