#include "personalization/storage/sqlite_event_store.h"

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <type_traits>
#include <utility>

#include "personalization/storage/batch_decision.h"
#include "personalization/storage/sqlite_event_rows.h"
#include "personalization/storage/sqlite_event_schema.h"

namespace parlance::personalization {
namespace {

constexpr int busy_timeout_ms = 5000;
constexpr int customers_a_transaction = 256;  // of `expire`: others get their turn in between

// What the file has of a batch.
struct KnownBatch {
    std::vector<std::string> names;  // of the events
    std::vector<bool> events;
    std::map<CustomerId, std::int64_t> numbers;  // without those who are new
    std::map<CustomerId, CustomerRecord> records;
};

KnownBatch look_up(SqliteEventRows& rows, std::span<const BehaviorEvent> events) {
    KnownBatch known;
    for (const BehaviorEvent& event : events) {
        auto names = rows.names_of(event);
        known.events.push_back(rows.is_known(names));
        known.names.push_back(std::move(names.front()));
        const auto [record, is_first] = known.records.try_emplace(event.customer);
        if (!is_first) continue;
        if (auto row = rows.find(event.customer)) {
            known.numbers.emplace(event.customer, row->number);
            record->second = std::move(row->record);
        }
    }
    return known;
}

std::vector<AppendOutcome> append_to(SqliteEventRows& rows, std::span<const BehaviorEvent> events,
                                     Lateness lateness) {
    auto known = look_up(rows, events);
    auto outcomes = decide_batch(events, known.events, lateness, known.records);
    std::set<CustomerId> saved;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (outcomes[i] != AppendOutcome::accepted) continue;
        const CustomerId& customer = events[i].customer;
        if (saved.insert(customer).second) {
            const auto& record = known.records.at(customer);
            const auto number = known.numbers.find(customer);
            if (number != known.numbers.end()) {
                rows.update({number->second, record});
            } else {
                known.numbers.emplace(customer, rows.insert(customer, record));
            }
        }
        rows.insert(known.numbers.at(customer), events[i], known.names[i]);
    }
    return outcomes;
}

std::vector<BehaviorEvent> after_checkpoint(SqliteEventRows& rows, const CustomerRow& row) {
    return rows.events_since(row.number, row.record.checkpoint() + std::chrono::milliseconds{1});
}

std::size_t expire_customer(SqliteEventRows& rows, std::int64_t customer, const Retention& retention,
                            TimePoint now) {
    CustomerRow row = rows.at(customer);
    row.record.trim(after_checkpoint(rows, row), *retention.latest_cutoff(now));
    rows.update(row);
    std::size_t gone = 0;
    for (const auto& [kind, days] : retention.keep) gone += rows.remove_before(customer, kind, now - days);
    return gone;
}

}  // namespace

struct SqliteEventStore::Connection {
    explicit Connection(const std::string& file)
        : database(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_timeout_ms) {}

    void prepare(PseudonymKeys keys, Durability durability) {
        set_up_event_connection(database, durability);
        const EventPseudonyms pseudonyms(std::move(keys));
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        const auto plain = prepare_event_schema(database, pseudonyms);
        rows.emplace(database, pseudonyms);
        append_to(*rows, plain, Lateness::accept);
        transaction.commit();
        if (!plain.empty()) empty_log();
    }

    // What was deleted must not linger in the write-ahead log.
    void empty_log() { database.exec("PRAGMA wal_checkpoint(TRUNCATE)"); }

    // Does the work alone; `what` is the end of "behaviour events: cannot".
    template <typename Work>
    auto attempt(const char* what, Work work) -> Result<std::invoke_result_t<Work, SqliteEventRows&>> {
        const std::lock_guard lock(mutex);
        try {
            return work(*rows);
        } catch (const std::exception& problem) {
            return failed(std::string("cannot ") + what + ": " + problem.what());
        }
    }

    // Likewise, as a whole or not at all, and without another process in between.
    template <typename Work>
    auto transact(const char* what, Work work) -> Result<std::invoke_result_t<Work, SqliteEventRows&>> {
        return attempt(what, [&](SqliteEventRows& each) {
            SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
            auto outcome = work(each);
            transaction.commit();
            return outcome;
        });
    }

    static Error failed(const std::string& what) {
        return {ErrorCode::storage_failed, "behaviour events: " + what};
    }

    std::mutex mutex;
    SQLite::Database database;
    std::optional<SqliteEventRows> rows;  // once there are tables
};

SqliteEventStore::SqliteEventStore(std::unique_ptr<Connection> connection)
    : connection_(std::move(connection)) {}
SqliteEventStore::~SqliteEventStore() = default;

Result<std::unique_ptr<SqliteEventStore>> SqliteEventStore::open(const std::filesystem::path& file,
                                                                 PseudonymKeys keys, Durability durability) {
    try {
        auto connection = std::make_unique<Connection>(file.string());
        connection->prepare(std::move(keys), durability);
        return std::unique_ptr<SqliteEventStore>(new SqliteEventStore(std::move(connection)));
    } catch (const std::exception& problem) {
        return Connection::failed("cannot open " + file.string() + ": " + problem.what());
    }
}

Result<std::vector<AppendOutcome>> SqliteEventStore::append(std::span<const BehaviorEvent> events,
                                                            Lateness lateness) {
    return connection_->transact("keep events",
                                 [&](SqliteEventRows& rows) { return append_to(rows, events, lateness); });
}

Result<std::vector<BehaviorEvent>> SqliteEventStore::events_of(const CustomerId& customer, TimePoint since,
                                                               Purpose purpose) const {
    return connection_->attempt("read a customer's events", [&](SqliteEventRows& rows) {
        const auto row = rows.find(customer);
        if (!row || !row->record.consent.allows(purpose)) return std::vector<BehaviorEvent>{};
        auto events = rows.events_since(row->number, since);
        for (BehaviorEvent& event : events) event.customer = customer;
        return events;
    });
}

Result<CustomerState> SqliteEventStore::state_of(const CustomerId& customer, Purpose purpose) const {
    const char* const what = "read a customer's state";
    bool is_stale = false;
    auto state = connection_->attempt(what, [&](SqliteEventRows& rows) {
        const auto row = rows.find(customer);
        if (!row || !row->record.consent.allows(purpose)) return CustomerState{};
        is_stale = row->record.is_stale();
        return row->record.state();
    });
    if (!is_stale) return state;
    return connection_->transact(what, [&](SqliteEventRows& rows) {
        auto row = rows.find(customer);
        if (!row || !row->record.consent.allows(purpose)) return CustomerState{};
        row->record.refold(after_checkpoint(rows, *row));
        rows.update(*row);
        return row->record.state();
    });
}

Result<std::size_t> SqliteEventStore::erase(const CustomerId& customer) {
    const auto gone = connection_->transact("erase a customer", [&](SqliteEventRows& rows) {
        const auto row = rows.find(customer);
        if (!row) return std::size_t{0};
        rows.remove(row->number);
        return rows.remove_events(row->number);
    });
    if (!gone) return gone;
    return connection_->attempt("empty the log", [&](SqliteEventRows&) {
        connection_->empty_log();
        return *gone;
    });
}

Result<std::size_t> SqliteEventStore::expire(const Retention& retention, TimePoint now) {
    std::size_t gone = 0;
    for (const auto& [kind, days] : retention.keep) {
        for (bool are_left = true; are_left;) {
            const auto some = connection_->transact("remove old events", [&](SqliteEventRows& rows) {
                std::size_t removed = 0;
                for (const auto customer : rows.customers_before(kind, now - days, customers_a_transaction))
                    removed += expire_customer(rows, customer, retention, now);
                return removed;
            });
            if (!some) return some;
            are_left = *some > 0;
            gone += *some;
        }
    }
    return connection_->attempt("empty the log", [&](SqliteEventRows&) {
        connection_->empty_log();
        return gone;
    });
}

Result<void> SqliteEventStore::set_consent(const CustomerId& customer, const Consent& consent) {
    const auto kept = connection_->transact("keep a customer's consent", [&](SqliteEventRows& rows) {
        auto row = rows.find(customer);
        if (row) {
            row->record.consent = consent;
            rows.update(*row);
        } else {
            CustomerRecord record;
            record.consent = consent;
            rows.insert(customer, record);
        }
        return true;
    });
    if (!kept) return kept.error();
    return {};
}

Result<Consent> SqliteEventStore::consent_of(const CustomerId& customer) const {
    return connection_->attempt("read a customer's consent", [&](SqliteEventRows& rows) {
        const auto row = rows.find(customer);
        return row ? row->record.consent : Consent{};
    });
}

}  // namespace parlance::personalization
