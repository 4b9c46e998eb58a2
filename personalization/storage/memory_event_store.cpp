#include "personalization/storage/memory_event_store.h"

#include <algorithm>

namespace parlance::personalization {
namespace {

bool is_earlier(TimePoint at, const BehaviorEvent& event) {
    return at < event.at;
}

std::span<const BehaviorEvent> after(const std::vector<BehaviorEvent>& events, TimePoint at) {
    return {std::upper_bound(events.begin(), events.end(), at, is_earlier), events.end()};
}

}  // namespace

Result<std::vector<AppendOutcome>> MemoryEventStore::append(std::span<const BehaviorEvent> events,
                                                            Lateness lateness) {
    const std::lock_guard lock(mutex_);
    std::vector<AppendOutcome> outcomes;
    outcomes.reserve(events.size());
    for (const BehaviorEvent& event : events) {
        EventName name{event.source, event.id.text};
        if (known_.contains(name)) {
            outcomes.push_back(AppendOutcome::repeated);
            continue;
        }
        Customer& customer = customers_[event.customer];
        if (!customer.record.admits(event.at, lateness)) {
            outcomes.push_back(AppendOutcome::late);
            continue;
        }
        known_.insert(std::move(name));
        customer.record.take(event);
        auto& kept = customer.events;
        kept.insert(std::upper_bound(kept.begin(), kept.end(), event.at, is_earlier), event);
        outcomes.push_back(AppendOutcome::accepted);
    }
    return outcomes;
}

Result<std::vector<BehaviorEvent>> MemoryEventStore::events_of(const CustomerId& customer, TimePoint since,
                                                               Purpose purpose) const {
    const std::lock_guard lock(mutex_);
    const auto found = customers_.find(customer);
    if (found == customers_.end() || !found->second.record.consent.allows(purpose))
        return std::vector<BehaviorEvent>{};
    const auto& events = found->second.events;
    const auto first =
        std::lower_bound(events.begin(), events.end(), since,
                         [](const BehaviorEvent& event, TimePoint at) { return event.at < at; });
    return std::vector<BehaviorEvent>(first, events.end());
}

Result<CustomerState> MemoryEventStore::state_of(const CustomerId& customer, Purpose purpose) const {
    const std::lock_guard lock(mutex_);
    const auto found = customers_.find(customer);
    if (found == customers_.end()) return CustomerState{};
    auto& [record, events] = found->second;
    if (!record.consent.allows(purpose)) return CustomerState{};
    if (record.is_stale()) record.refold(after(events, record.checkpoint()));
    return record.state();
}

Result<std::size_t> MemoryEventStore::erase(const CustomerId& customer) {
    const std::lock_guard lock(mutex_);
    const auto found = customers_.find(customer);
    if (found == customers_.end()) return std::size_t{0};
    const std::size_t count = found->second.events.size();
    for (const BehaviorEvent& event : found->second.events) known_.erase({event.source, event.id.text});
    customers_.erase(found);
    return count;
}

Result<std::size_t> MemoryEventStore::expire(const Retention& retention, TimePoint now) {
    const std::lock_guard lock(mutex_);
    std::size_t gone = 0;
    for (auto& [id, customer] : customers_) gone += expire(customer, retention, now);
    return gone;
}

std::size_t MemoryEventStore::expire(Customer& customer, const Retention& retention, TimePoint now) {
    auto& events = customer.events;
    const auto is_over = [&](const BehaviorEvent& event) {
        const auto cutoff = retention.cutoff(event.kind, now);
        return cutoff && event.at < *cutoff;
    };
    if (std::none_of(events.begin(), events.end(), is_over)) return 0;
    customer.record.trim(after(events, customer.record.checkpoint()), *retention.latest_cutoff(now));
    for (const BehaviorEvent& event : events) {
        if (is_over(event)) known_.erase({event.source, event.id.text});
    }
    return std::erase_if(events, is_over);
}

Result<void> MemoryEventStore::set_consent(const CustomerId& customer, const Consent& consent) {
    const std::lock_guard lock(mutex_);
    customers_[customer].record.consent = consent;
    return {};
}

Result<Consent> MemoryEventStore::consent_of(const CustomerId& customer) const {
    const std::lock_guard lock(mutex_);
    const auto found = customers_.find(customer);
    return found == customers_.end() ? Consent{} : found->second.record.consent;
}

}  // namespace parlance::personalization
