#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "personalization/customer_record.h"
#include "personalization/retention.h"
#include "personalization/storage/event_pseudonyms.h"

namespace parlance::personalization {

// A customer as SqliteEventStore's file has him.
struct CustomerRow {
    std::int64_t number = 0;
    CustomerRecord record;
};

// The statements behind SqliteEventStore, each prepared once. Knows tables and pseudonyms, but no
// transactions: those are the caller's. Private to the store; throws what SQLite throws, and
// std::runtime_error for bytes that this program cannot have written. Not thread-safe.
class SqliteEventRows {
public:
    // The database has the tables of `prepare_event_schema` and outlives this.
    SqliteEventRows(SQLite::Database& database, EventPseudonyms pseudonyms);

    // Nothing for one whom the file does not know. One whom it knows by an older key's pseudonym is renamed
    // to the newest key's.
    std::optional<CustomerRow> find(const CustomerId& customer);
    CustomerRow at(std::int64_t number);
    // Adds a customer; returns his number.
    std::int64_t insert(const CustomerId& customer, const CustomerRecord& record);
    void update(const CustomerRow& row);
    void remove(std::int64_t customer);

    // What the file may know an event by, the newest key's pseudonym first.
    std::vector<std::string> names_of(const BehaviorEvent& event) const;
    bool is_known(std::span<const std::string> names);
    void insert(std::int64_t customer, const BehaviorEvent& event, const std::string& name);
    // Those not before a moment, in order of time and then of arrival, with pseudonyms for ids and sources.
    // The customer is empty.
    std::vector<BehaviorEvent> events_since(std::int64_t customer, TimePoint since);
    std::size_t remove_events(std::int64_t customer);

    // Up to `most` customers who have events of the kind before the moment.
    std::vector<std::int64_t> customers_before(BehaviorKind kind, TimePoint cutoff, int most);
    std::size_t remove_before(std::int64_t customer, BehaviorKind kind, TimePoint cutoff);

private:
    EventPseudonyms pseudonyms_;
    SQLite::Database& database_;
    SQLite::Statement find_customer_;
    SQLite::Statement read_customer_;
    SQLite::Statement rename_customer_;
    SQLite::Statement insert_customer_;
    SQLite::Statement update_customer_;
    SQLite::Statement remove_customer_;
    SQLite::Statement find_event_;
    SQLite::Statement insert_event_;
    SQLite::Statement read_events_;
    SQLite::Statement remove_events_;
    SQLite::Statement customers_before_;
    SQLite::Statement remove_before_;
};

}  // namespace parlance::personalization
