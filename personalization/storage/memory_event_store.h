#pragma once

#include <map>
#include <mutex>
#include <set>
#include <vector>

#include "personalization/event_store.h"

namespace parlance::personalization {

// Behaviour events in memory: for tests, scripts and a server that need not remember.
// Safe to call from several threads (one lock).
class MemoryEventStore final : public EventStore {
public:
    Result<void> append(const BehaviorEvent& event) override;
    Result<std::vector<BehaviorEvent>> events_of(const CustomerId& customer, TimePoint since) const override;
    Result<std::size_t> erase(const CustomerId& customer) override;

private:
    mutable std::mutex mutex_;
    std::map<CustomerId, std::vector<BehaviorEvent>> by_customer_;  // each oldest first
    std::set<EventId> known_;
};

}  // namespace parlance::personalization
