#include "dialogue/storage/tracker_cache.h"

#include <utility>

namespace parlance::dialogue {

CachedTracker TrackerCache::find(const ConversationId& conversation) {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(conversation);
    if (found == entries_.end()) return {};
    by_use_.splice(by_use_.begin(), by_use_, found->second.place);
    return found->second.cached;
}

void TrackerCache::keep(const ConversationId& conversation, CachedTracker cached) {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(conversation);
    if (found != entries_.end()) {
        if (found->second.cached.last_row < cached.last_row) found->second.cached = std::move(cached);
        by_use_.splice(by_use_.begin(), by_use_, found->second.place);
        return;
    }
    if (entries_.size() >= capacity_) {
        entries_.erase(by_use_.back());
        by_use_.pop_back();
    }
    by_use_.push_front(conversation);
    entries_.emplace(conversation, Entry{std::move(cached), by_use_.begin()});
}

void TrackerCache::forget(const ConversationId& conversation) {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(conversation);
    if (found == entries_.end()) return;
    by_use_.erase(found->second.place);
    entries_.erase(found);
}

}  // namespace parlance::dialogue
