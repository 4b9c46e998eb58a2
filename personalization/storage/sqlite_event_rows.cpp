#include "personalization/storage/sqlite_event_rows.h"

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "intents/secret.h"
#include "personalization/storage/event_bytes.h"

namespace parlance::personalization {
namespace {

constexpr const char* insert_event_sql =
    "INSERT INTO event (customer, at_ms, kind, name, source, body) VALUES (?, ?, ?, ?, ?, ?)";
constexpr const char* read_events_sql =
    "SELECT name, source, body FROM event WHERE customer = ? AND at_ms >= ? ORDER BY at_ms, number";
constexpr const char* customers_before_sql =
    "SELECT DISTINCT customer FROM event WHERE kind = ? AND at_ms < ? LIMIT ?";
constexpr const char* remove_before_sql = "DELETE FROM event WHERE customer = ? AND kind = ? AND at_ms < ?";

// A prepared statement for one use. When the use ends it lets go of its lock and of what was bound.
class Use {
public:
    template <typename... Values>
    explicit Use(SQLite::Statement& statement, const Values&... values) : statement_(statement) {
        (bind(values), ...);
    }
    ~Use() { statement_.tryReset(); }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

    bool step() { return statement_.executeStep(); }
    std::size_t run() { return static_cast<std::size_t>(statement_.exec()); }
    std::int64_t number(int column) { return statement_.getColumn(column).getInt64(); }
    // Valid until the next step.
    std::string_view bytes(int column) {
        const auto value = statement_.getColumn(column);
        return {static_cast<const char*>(value.getBlob()), static_cast<std::size_t>(value.getBytes())};
    }

private:
    void bind(std::int64_t value) { statement_.bind(++bound_, value); }
    void bind(int value) { statement_.bind(++bound_, value); }
    void bind(TimePoint at) { bind(static_cast<std::int64_t>(at.time_since_epoch().count())); }
    void bind(BehaviorKind kind) { statement_.bind(++bound_, std::string(to_text(kind))); }
    void bind(const std::string& bytes) {
        statement_.bind(++bound_, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
    }

    SQLite::Statement& statement_;
    int bound_ = 0;
};

template <typename T>
T readable(Result<T> restored) {
    if (!restored) throw std::runtime_error(restored.error().detail);
    return std::move(*restored);
}

}  // namespace

SqliteEventRows::SqliteEventRows(SQLite::Database& database, EventPseudonyms pseudonyms)
    : pseudonyms_(std::move(pseudonyms)),
      database_(database),
      find_customer_(database, "SELECT number, record FROM customer WHERE pseudonym = ?"),
      read_customer_(database, "SELECT record FROM customer WHERE number = ?"),
      rename_customer_(database, "UPDATE customer SET pseudonym = ? WHERE number = ?"),
      insert_customer_(database, "INSERT INTO customer (pseudonym, record) VALUES (?, ?)"),
      update_customer_(database, "UPDATE customer SET record = ? WHERE number = ?"),
      remove_customer_(database, "DELETE FROM customer WHERE number = ?"),
      find_event_(database, "SELECT 1 FROM event WHERE name = ?"),
      insert_event_(database, insert_event_sql),
      read_events_(database, read_events_sql),
      remove_events_(database, "DELETE FROM event WHERE customer = ?"),
      customers_before_(database, customers_before_sql),
      remove_before_(database, remove_before_sql) {}

std::optional<CustomerRow> SqliteEventRows::find(const CustomerId& customer) {
    const auto pseudonyms = pseudonyms_.of_customer(customer);
    for (const std::string& pseudonym : pseudonyms) {
        Use row(find_customer_, pseudonym);
        if (!row.step()) continue;
        CustomerRow found{row.number(0), readable(CustomerRecord::restore(row.bytes(1)))};
        if (pseudonym != pseudonyms.front()) Use(rename_customer_, pseudonyms.front(), found.number).run();
        return found;
    }
    return std::nullopt;
}

CustomerRow SqliteEventRows::at(std::int64_t number) {
    Use row(read_customer_, number);
    if (!row.step()) throw std::runtime_error("an event has no customer");
    return {number, readable(CustomerRecord::restore(row.bytes(0)))};
}

std::int64_t SqliteEventRows::insert(const CustomerId& customer, const CustomerRecord& record) {
    Use(insert_customer_, pseudonyms_.of_customer(customer).front(), record.serialise()).run();
    return database_.getLastInsertRowid();
}

void SqliteEventRows::update(const CustomerRow& row) {
    Use(update_customer_, row.record.serialise(), row.number).run();
}

void SqliteEventRows::remove(std::int64_t customer) {
    Use(remove_customer_, customer).run();
}

std::vector<std::string> SqliteEventRows::names_of(const BehaviorEvent& event) const {
    return pseudonyms_.of_event(event);
}

bool SqliteEventRows::is_known(std::span<const std::string> names) {
    return std::any_of(names.begin(), names.end(),
                       [this](const std::string& name) { return Use(find_event_, name).step(); });
}

void SqliteEventRows::insert(std::int64_t customer, const BehaviorEvent& event, const std::string& name) {
    Use(insert_event_, customer, event.at, event.kind, name, pseudonyms_.of_source(event),
        to_event_bytes(event))
        .run();
}

std::vector<BehaviorEvent> SqliteEventRows::events_since(std::int64_t customer, TimePoint since) {
    std::vector<BehaviorEvent> events;
    for (Use row(read_events_, customer, since); row.step();) {
        events.push_back(readable(read_event_bytes(row.bytes(2))));
        events.back().id.text = to_hex(row.bytes(0));
        events.back().source = to_hex(row.bytes(1));
    }
    return events;
}

std::size_t SqliteEventRows::remove_events(std::int64_t customer) {
    return Use(remove_events_, customer).run();
}

std::vector<std::int64_t> SqliteEventRows::customers_before(BehaviorKind kind, TimePoint cutoff, int most) {
    std::vector<std::int64_t> customers;
    for (Use row(customers_before_, kind, cutoff, most); row.step();) customers.push_back(row.number(0));
    return customers;
}

std::size_t SqliteEventRows::remove_before(std::int64_t customer, BehaviorKind kind, TimePoint cutoff) {
    return Use(remove_before_, customer, kind, cutoff).run();
}

}  // namespace parlance::personalization
