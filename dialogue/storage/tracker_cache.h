#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>

#include "dialogue/tracker.h"

namespace parlance::dialogue {

// A conversation as it was when its newest stored row was `last_row`.
struct CachedTracker {
    std::shared_ptr<const Tracker> tracker;
    std::int64_t last_row = 0;

    std::uint64_t version() const { return tracker ? tracker->version() : 0; }
};

// The conversations used last, already folded. Only a memory: whoever asks compares `last_row` with the
// store. Safe to call from several threads (one lock).
class TrackerCache {
public:
    // capacity: conversations, at least 1.
    explicit TrackerCache(std::size_t capacity) : capacity_(capacity) {}

    // Nothing known: a null tracker.
    CachedTracker find(const ConversationId& conversation);
    // An older row never replaces a newer one.
    void keep(const ConversationId& conversation, CachedTracker cached);
    void forget(const ConversationId& conversation);

private:
    struct Entry {
        CachedTracker cached;
        std::list<ConversationId>::iterator place;
    };

    std::mutex mutex_;
    std::size_t capacity_;
    std::list<ConversationId> by_use_;  // latest first
    std::map<ConversationId, Entry> entries_;
};

}  // namespace parlance::dialogue
