#include "personalization/storage/memory_event_store.h"

#include <algorithm>
#include <tuple>

namespace parlance::personalization {
namespace {

// Events of one moment keep the order of their ids, as in the other stores.
bool is_earlier(const BehaviorEvent& left, const BehaviorEvent& right) {
    return std::tie(left.at, left.id) < std::tie(right.at, right.id);
}

}  // namespace

Result<void> MemoryEventStore::append(const BehaviorEvent& event) {
    const std::lock_guard lock(mutex_);
    if (!known_.insert(event.id).second) return {};
    auto& events = by_customer_[event.customer];
    const auto place = std::upper_bound(events.begin(), events.end(), event, is_earlier);
    events.insert(place, event);
    return {};
}

Result<std::vector<BehaviorEvent>> MemoryEventStore::events_of(const CustomerId& customer,
                                                               TimePoint since) const {
    const std::lock_guard lock(mutex_);
    const auto found = by_customer_.find(customer);
    if (found == by_customer_.end()) return std::vector<BehaviorEvent>{};
    const auto& events = found->second;
    const auto first =
        std::lower_bound(events.begin(), events.end(), since,
                         [](const BehaviorEvent& event, TimePoint at) { return event.at < at; });
    return std::vector<BehaviorEvent>(first, events.end());
}

Result<std::size_t> MemoryEventStore::erase(const CustomerId& customer) {
    const std::lock_guard lock(mutex_);
    const auto found = by_customer_.find(customer);
    if (found == by_customer_.end()) return std::size_t{0};
    const std::size_t count = found->second.size();
    for (const BehaviorEvent& event : found->second) known_.erase(event.id);
    by_customer_.erase(found);
    return count;
}

}  // namespace parlance::personalization
