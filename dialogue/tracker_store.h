#pragma once

#include <cstdint>
#include <span>

#include "dialogue/tracker.h"
#include "intents/result.h"

namespace parlance::dialogue {

// Seam 4: where conversations are kept. Implementations: `MemoryTrackerStore`, `SqliteTrackerStore`
// in storage/. Safe to call from several threads.
class TrackerStore {
public:
    virtual ~TrackerStore() = default;

    // A conversation's events, folded; an unknown one is empty, with no customer.
    // Fails with storage_failed.
    virtual Result<Tracker> load(const ConversationId& conversation) const = 0;

    // Adds events if the conversation still holds `expected_version` of them; all or nothing, on
    // disk before it returns. Fails with version_conflict or storage_failed.
    virtual Result<void> append(const ConversationId& conversation, const CustomerId& customer,
                                std::span<const TrackerEvent> events, std::uint64_t expected_version) = 0;

    // A customer's conversations, latest first.
    virtual Result<std::vector<ConversationId>> conversations_of(const CustomerId& customer) const = 0;

    // Forgets a conversation. Returns how many events went.
    virtual Result<std::size_t> erase(const ConversationId& conversation) = 0;
};

}  // namespace parlance::dialogue
