#pragma once

#include <memory>
#include <vector>

#include "personalization/consent_ledger.h"
#include "personalization/event_store.h"
#include "personalization/pseudonym_keys.h"
#include "personalization/storage/redis_connection.h"

namespace parlance::personalization {

// Behaviour events and what follows from them on a Redis server (6.2 or later, no cluster), for several
// programs that share them. Every append is one script, which the server runs as a whole; programs that write
// of the same customer at once take turns.
//
// The server has no customer's id, no event's id and no source, only their pseudonyms; a customer is renamed
// to the newest key's the first time he is touched. What an acknowledged append outlives is the server's own
// setting: with `appendonly yes` and `appendfsync always` it is on disk, by default in memory.
//
// Fails with storage_failed while the server cannot be reached, and works again when it can. An append that
// failed so may have been kept; sending it again is harmless.
// Safe to call from several threads (one connection, one lock).
class RedisEventStore final : public EventStore, public ConsentLedger {
public:
    // Connects. Fails with storage_failed, naming the address and the reason: also for a server that was
    // written to with a key that `keys` lacks.
    static Result<std::unique_ptr<RedisEventStore>> open(const RedisAddress& address, PseudonymKeys keys);
    ~RedisEventStore() override;

    using EventStore::append;
    Result<std::vector<AppendOutcome>> append(std::span<const BehaviorEvent> events,
                                              Lateness lateness) override;
    Result<std::vector<BehaviorEvent>> events_of(const CustomerId& customer, TimePoint since,
                                                 Purpose purpose) const override;
    Result<CustomerState> state_of(const CustomerId& customer, Purpose purpose) const override;
    Result<std::size_t> erase(const CustomerId& customer) override;
    // Customer by customer; when one fails, what went before stays gone.
    Result<std::size_t> expire(const Retention& retention, TimePoint now) override;

    Result<void> set_consent(const CustomerId& customer, const Consent& consent) override;
    Result<Consent> consent_of(const CustomerId& customer) const override;

private:
    struct Server;
    explicit RedisEventStore(std::unique_ptr<Server> server);
    std::unique_ptr<Server> server_;
};

}  // namespace parlance::personalization
