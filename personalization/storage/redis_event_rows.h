#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "personalization/customer_record.h"
#include "personalization/storage/event_pseudonyms.h"
#include "personalization/storage/redis_connection.h"

namespace parlance::personalization {

// A customer as the server has him. `revision` is empty for one whom it does not have, and changes with every
// write.
struct RedisCustomer {
    std::string pseudonym;
    std::string revision;
    CustomerRecord record;
};

// An event as the server has it: `member` is its whole entry, by which it can be removed.
struct RedisEvent {
    std::string member;
    BehaviorEvent event;  // with pseudonyms for id and source, and no customer
};

// What is to be written of one customer, if nobody else has written of him since he was read.
struct RedisWrite {
    RedisCustomer customer;
    std::vector<const BehaviorEvent*> added;
};

// The commands behind RedisEventStore. Every write is one script, which the server runs alone. Keys:
//
//     parlance:behavior:keys                 set: a mark for each pseudonym key that wrote
//     parlance:behavior:names                set: the pseudonyms of source and id of every event
//     parlance:behavior:writes               counter: revisions, and the order of arrival
//     parlance:behavior:customer:PSEUDONYM   hash: revision, record
//     parlance:behavior:events:PSEUDONYM     sorted set by time in ms: arrival (8 bytes, big-endian),
//     pseudonym
//                                            of source and id (32), pseudonym of source (32), event bytes
//
// Private to the store; throws std::runtime_error for a server that does not answer and for bytes that this
// program cannot have written. Not thread-safe.
class RedisEventRows {
public:
    RedisEventRows(RedisAddress address, EventPseudonyms pseudonyms);

    // Marks the newest key. Throws for a server that was written to with a key that is not there.
    void check_keys();

    // One customer each. One whom the server knows by an older key's pseudonym is renamed to the newest
    // key's.
    std::vector<RedisCustomer> find(std::span<const CustomerId> customers);
    std::vector<bool> are_known(std::span<const BehaviorEvent> events);
    // Those not before a moment, in order of time and then of arrival.
    std::vector<RedisEvent> events_since(const RedisCustomer& customer, TimePoint since);

    // All or none. False, with nothing written, when a customer's revision is another one by now, or an event
    // has become known.
    bool write(std::span<const RedisWrite> writes);
    // Likewise: keeps the record and removes events.
    bool remove(const RedisCustomer& customer, std::span<const RedisEvent> events);
    // Forgets a customer. Returns how many events went.
    std::size_t erase(const RedisCustomer& customer);

    // Goes through the pseudonyms of the customers who have events, a handful at a time: start with cursor
    // "0", and go on until it is "0" again. Some may come twice.
    std::vector<std::string> next_customers(std::string& cursor);
    RedisCustomer at(const std::string& pseudonym);

private:
    std::vector<RedisCustomer> read(std::vector<std::string> pseudonyms);
    void rename(const std::string& from, const std::string& to);

    EventPseudonyms pseudonyms_;
    RedisConnection connection_;
};

}  // namespace parlance::personalization
