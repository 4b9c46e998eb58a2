#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "dialogue/host.h"
#include "intents/pack_source.h"
#include "personalization/behavior_event.h"

namespace parlance::personalization {
class EventStore;
}

namespace parlance::dialogue {

// The embedded demo bank: 50 invented customers in a SQLite file, seeded from the pack's
// demo_bank/customers.json and bank_facts.json. Balances are sums over a ledger of entries.
// A host for demos, scripts and tests; never a real customer's.
// Safe to call from several threads (one connection, one lock).
class DemoBank final : public FactSource, public ActionExecutor {
public:
    // Opens `file` (":memory:" for none) and seeds it when it is new: twelve months of transactions ending
    // the day before `now`, the same ones for the same day; each account's ledger sums to the balance in
    // customers.json whatever the day. Fails with storage_failed, or bad_pack when the pack has no demo bank.
    static Result<std::unique_ptr<DemoBank>> open(const std::filesystem::path& file, const PackSource& source,
                                                  TimePoint now);
    ~DemoBank() override;

    Result<std::vector<nlg::Fact>> look_up(const FactQuery& query, Deadline deadline) const override;
    std::vector<HostCapability> look_ups() const override;
    Result<std::vector<nlg::Fact>> perform(const ActionRequest& request, Deadline deadline) override;
    std::vector<HostCapability> actions() const override;

    bool has_customer(const CustomerId& customer) const;
    std::vector<CustomerId> customers() const;
    // A customer's seeded behaviour, oldest first (transactions, logins, reading), for the behaviour event
    // store.
    std::vector<personalization::BehaviorEvent> seeded_behavior(const CustomerId& customer) const;
    // Has a store keep it. Fails as the store does.
    Result<void> seed_behavior(const CustomerId& customer, personalization::EventStore& store) const;

private:
    struct Database;
    explicit DemoBank(std::unique_ptr<Database> database);
    std::unique_ptr<Database> database_;
};

}  // namespace parlance::dialogue
