#pragma once

#include <optional>
#include <span>
#include <vector>

#include "intents/result.h"
#include "personalization/append_outcome.h"
#include "personalization/behavior_event.h"
#include "personalization/consent.h"
#include "personalization/customer_state.h"
#include "personalization/retention.h"

namespace parlance::personalization {

// Seam 3: where behaviour events and the state that follows from them are kept. Implementations in storage/:
// `SqliteEventStore`, `RedisEventStore`, `MemoryEventStore`. Safe to call from several threads. Every
// function fails with storage_failed when the store does not take or give the bytes.
class EventStore {
public:
    virtual ~EventStore() = default;

    // Keeps events and counts each in its customer's state, all or none of them, once per source and id
    // however often they come. Gives each one's outcome. Events may come out of order; how far is up to
    // `lateness`.
    virtual Result<std::vector<AppendOutcome>> append(std::span<const BehaviorEvent> events,
                                                      Lateness lateness) = 0;

    // A customer's events since a moment, oldest first, those of one moment in the order they arrived. Empty
    // for a customer without events, and for one who does not consent to the purpose. A store that keeps
    // pseudonyms gives those in place of the events' ids and sources.
    virtual Result<std::vector<BehaviorEvent>> events_of(const CustomerId& customer, TimePoint since,
                                                         Purpose purpose) const = 0;

    // The fold of all of a customer's events; likewise empty, without consent.
    virtual Result<CustomerState> state_of(const CustomerId& customer, Purpose purpose) const = 0;

    // Forgets a customer: events, state, consent. Returns how many events went.
    virtual Result<std::size_t> erase(const CustomerId& customer) = 0;

    // Removes the events whose time is over; the states go on counting them. Returns how many went.
    virtual Result<std::size_t> expire(const Retention& retention, TimePoint now) = 0;

    // Keeps one event that a part of this program made, however old.
    Result<void> append(const BehaviorEvent& event) {
        const auto outcomes = append({&event, 1}, Lateness::accept);
        if (!outcomes) return outcomes.error();
        return {};
    }
};

}  // namespace parlance::personalization
