#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "intents/durability.h"
#include "personalization/consent_ledger.h"
#include "personalization/event_store.h"
#include "personalization/pseudonym_keys.h"

namespace parlance::personalization {

// Behaviour events and what follows from them in one SQLite file (WAL). Every append is one transaction over
// the events and their customers' records.
//
// The file has no customer's id, no event's id and no source, only their pseudonyms; a customer is renamed to
// the newest key's the first time he is touched. Deleted rows are overwritten (secure_delete) and the
// write-ahead log is emptied after `erase` and `expire`, so that nobody erased lingers.
// Safe to call from several threads (one connection, one lock) and beside other processes on the same file
// (it waits up to five seconds for them).
class SqliteEventStore final : public EventStore, public ConsentLedger {
public:
    // Opens or creates `file`; ":memory:" for none. A file of the first version, which had the ids, is
    // brought up to date. Fails with storage_failed, naming file and reason: also for tables of a later
    // version and for a file that was written with a key that `keys` lacks.
    static Result<std::unique_ptr<SqliteEventStore>> open(const std::filesystem::path& file,
                                                          PseudonymKeys keys,
                                                          Durability durability = Durability::process_crash);
    ~SqliteEventStore() override;

    using EventStore::append;
    Result<std::vector<AppendOutcome>> append(std::span<const BehaviorEvent> events,
                                              Lateness lateness) override;
    // Also fails with storage_failed for a row that this program cannot have written.
    Result<std::vector<BehaviorEvent>> events_of(const CustomerId& customer, TimePoint since,
                                                 Purpose purpose) const override;
    Result<CustomerState> state_of(const CustomerId& customer, Purpose purpose) const override;
    Result<std::size_t> erase(const CustomerId& customer) override;
    // Many customers take several transactions; when one fails, what went before stays gone.
    Result<std::size_t> expire(const Retention& retention, TimePoint now) override;

    Result<void> set_consent(const CustomerId& customer, const Consent& consent) override;
    Result<Consent> consent_of(const CustomerId& customer) const override;

private:
    struct Connection;
    explicit SqliteEventStore(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

}  // namespace parlance::personalization
