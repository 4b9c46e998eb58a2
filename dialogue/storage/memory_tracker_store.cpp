#include "dialogue/storage/memory_tracker_store.h"

#include <algorithm>
#include <utility>

#include "dialogue/storage/tracker_append.h"

namespace parlance::dialogue {

Result<Tracker> MemoryTrackerStore::load(const ConversationId& conversation) const {
    const std::lock_guard lock(mutex_);
    const auto found = conversations_.find(conversation);
    if (found == conversations_.end()) return Tracker{conversation, {}, {}, {}};
    return found->second.tracker;
}

Result<void> MemoryTrackerStore::append(const ConversationId& conversation, const CustomerId& customer,
                                        std::span<const TrackerEvent> events,
                                        std::uint64_t expected_version) {
    const std::lock_guard lock(mutex_);
    const auto found = conversations_.find(conversation);
    const bool known = found != conversations_.end();
    const auto allowed =
        check_append(conversation, known ? found->second.tracker.customer : CustomerId{}, customer,
                     known ? found->second.tracker.version() : 0, expected_version);
    if (allowed.has_error() || events.empty()) return allowed;
    auto& kept =
        known ? found->second
              : conversations_.emplace(conversation, Kept{{conversation, customer, {}, {}}, 0}).first->second;
    add_events(kept.tracker, events);
    kept.touched = ++appends_;
    return {};
}

Result<std::vector<ConversationId>> MemoryTrackerStore::conversations_of(const CustomerId& customer) const {
    const std::lock_guard lock(mutex_);
    std::vector<std::pair<std::uint64_t, ConversationId>> found;
    for (const auto& [id, kept] : conversations_) {
        if (kept.tracker.customer == customer) found.emplace_back(kept.touched, id);
    }
    std::sort(found.rbegin(), found.rend());
    std::vector<ConversationId> ids;
    for (auto& [touched, id] : found) ids.push_back(std::move(id));
    return ids;
}

Result<std::size_t> MemoryTrackerStore::erase(const ConversationId& conversation) {
    const std::lock_guard lock(mutex_);
    const auto found = conversations_.find(conversation);
    if (found == conversations_.end()) return std::size_t{0};
    const auto gone = found->second.tracker.events.size();
    conversations_.erase(found);
    return gone;
}

}  // namespace parlance::dialogue
