#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <vector>

#include "dialogue/tracker_store.h"

namespace parlance::dialogue {

// Conversations in memory: for tests, scripts and a server that need not remember.
// Safe to call from several threads (one lock).
class MemoryTrackerStore final : public TrackerStore {
public:
    Result<Tracker> load(const ConversationId& conversation) const override;
    // Also fails with storage_failed when the conversation is another customer's.
    Result<void> append(const ConversationId& conversation, const CustomerId& customer,
                        std::span<const TrackerEvent> events, std::uint64_t expected_version) override;
    Result<std::vector<ConversationId>> conversations_of(const CustomerId& customer) const override;
    Result<std::size_t> erase(const ConversationId& conversation) override;

private:
    struct Kept {
        Tracker tracker;
        std::uint64_t touched = 0;  // when it was last appended to, counted in appends
    };

    mutable std::mutex mutex_;
    std::map<ConversationId, Kept> conversations_;
    std::uint64_t appends_ = 0;
};

}  // namespace parlance::dialogue
