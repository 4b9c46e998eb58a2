#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "personalization/consent_ledger.h"
#include "personalization/customer_record.h"
#include "personalization/event_store.h"

namespace parlance::personalization {

// Behaviour events in memory: for tests, scripts and a server that need not remember.
// Safe to call from several threads (one lock).
class MemoryEventStore final : public EventStore, public ConsentLedger {
public:
    using EventStore::append;
    Result<std::vector<AppendOutcome>> append(std::span<const BehaviorEvent> events,
                                              Lateness lateness) override;
    Result<std::vector<BehaviorEvent>> events_of(const CustomerId& customer, TimePoint since,
                                                 Purpose purpose) const override;
    Result<CustomerState> state_of(const CustomerId& customer, Purpose purpose) const override;
    Result<std::size_t> erase(const CustomerId& customer) override;
    Result<std::size_t> expire(const Retention& retention, TimePoint now) override;

    Result<void> set_consent(const CustomerId& customer, const Consent& consent) override;
    Result<Consent> consent_of(const CustomerId& customer) const override;

private:
    struct Customer {
        CustomerRecord record;
        std::vector<BehaviorEvent> events;  // oldest first
    };
    using EventName = std::pair<std::string, std::string>;  // source and id

    std::size_t expire(Customer& customer, const Retention& retention, TimePoint now);

    mutable std::mutex mutex_;
    mutable std::map<CustomerId, Customer> customers_;  // reading refolds what is stale
    std::set<EventName> known_;
};

}  // namespace parlance::personalization
