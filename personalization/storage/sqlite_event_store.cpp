#include "personalization/storage/sqlite_event_store.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace parlance::personalization {
namespace {

constexpr int busy_timeout_ms = 5000;

constexpr const char* schema = R"(
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    CREATE TABLE IF NOT EXISTS behavior_event (
        id TEXT PRIMARY KEY, customer TEXT NOT NULL, at_ms INTEGER NOT NULL, kind TEXT NOT NULL,
        platform TEXT NOT NULL, feature TEXT NOT NULL, action TEXT NOT NULL, duration_ms INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS behavior_event_of_customer ON behavior_event (customer, at_ms);
    CREATE TABLE IF NOT EXISTS behavior_property (
        event TEXT NOT NULL REFERENCES behavior_event (id) ON DELETE CASCADE,
        name TEXT NOT NULL, kind TEXT NOT NULL, value NOT NULL, PRIMARY KEY (event, name)
    ) WITHOUT ROWID;
)";

Error failed(const std::string& what) {
    return Error{ErrorCode::storage_failed, "behaviour events: " + what};
}

// One value per column: numbers as SQLite numbers, the rest in its authoring spelling.
void bind_value(SQLite::Statement& statement, int index, const SlotValue& value) {
    if (const auto* flag = std::get_if<bool>(&value)) return statement.bind(index, *flag ? 1 : 0);
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return statement.bind(index, *whole);
    if (const auto* real = std::get_if<double>(&value)) return statement.bind(index, *real);
    statement.bind(index, to_text(value));
}

template <typename T>
std::optional<SlotValue> some(const Result<T>& parsed) {
    if (parsed.has_error()) return std::nullopt;
    return SlotValue{parsed.value()};
}

std::optional<SlotValue> read_value(const std::string& kind, const SQLite::Column& column) {
    if (kind == "boolean") return SlotValue{column.getInt() != 0};
    if (kind == "integer") return SlotValue{column.getInt64()};
    if (kind == "number") return SlotValue{column.getDouble()};
    if (kind == "money") return some(parse_money(column.getString()));
    if (kind == "date") return some(parse_date(column.getString()));
    if (kind == "date_range") return some(parse_date_range(column.getString()));
    if (kind == "text") return SlotValue{column.getString()};
    return std::nullopt;
}

std::optional<BehaviorEvent> read_event(SQLite::Statement& row) {
    const auto kind = behavior_kind(row.getColumn(3).getString());
    if (!kind) return std::nullopt;
    return BehaviorEvent{{row.getColumn(0).getString()},
                         {row.getColumn(1).getString()},
                         TimePoint{std::chrono::milliseconds{row.getColumn(2).getInt64()}},
                         *kind,
                         row.getColumn(4).getString(),
                         row.getColumn(5).getString(),
                         row.getColumn(6).getString(),
                         std::chrono::milliseconds{row.getColumn(7).getInt64()},
                         {}};
}

}  // namespace

struct SqliteEventStore::Connection {
    explicit Connection(const std::string& file)
        : database(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_timeout_ms) {
        database.exec(schema);
    }

    mutable std::mutex mutex;
    SQLite::Database database;
};

SqliteEventStore::SqliteEventStore(std::unique_ptr<Connection> connection)
    : connection_(std::move(connection)) {}
SqliteEventStore::~SqliteEventStore() = default;

Result<std::unique_ptr<SqliteEventStore>> SqliteEventStore::open(const std::filesystem::path& file) {
    try {
        auto connection = std::make_unique<Connection>(file.string());
        return std::unique_ptr<SqliteEventStore>(new SqliteEventStore(std::move(connection)));
    } catch (const std::exception& problem) {
        return failed("cannot open " + file.string() + ": " + problem.what());
    }
}

Result<void> SqliteEventStore::append(const BehaviorEvent& event) {
    const std::lock_guard lock(connection_->mutex);
    try {
        SQLite::Transaction transaction(connection_->database);
        SQLite::Statement insert(
            connection_->database,
            "INSERT INTO behavior_event VALUES (?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING");
        insert.bind(1, event.id.text);
        insert.bind(2, event.customer.text);
        insert.bind(3, static_cast<std::int64_t>(event.at.time_since_epoch().count()));
        insert.bind(4, std::string(to_text(event.kind)));
        insert.bind(5, event.platform);
        insert.bind(6, event.feature);
        insert.bind(7, event.action);
        insert.bind(8, static_cast<std::int64_t>(event.duration.count()));
        if (insert.exec() == 0) return {};
        SQLite::Statement property(connection_->database, "INSERT INTO behavior_property VALUES (?,?,?,?)");
        for (const auto& [name, value] : event.properties) {
            property.bind(1, event.id.text);
            property.bind(2, name);
            property.bind(3, std::string(kind_of(value)));
            bind_value(property, 4, value);
            property.exec();
            property.reset();
        }
        transaction.commit();
        return {};
    } catch (const std::exception& problem) {
        return failed("cannot keep event " + event.id.text + ": " + problem.what());
    }
}

Result<std::vector<BehaviorEvent>> SqliteEventStore::events_of(const CustomerId& customer,
                                                               TimePoint since) const {
    const std::lock_guard lock(connection_->mutex);
    try {
        SQLite::Statement row(connection_->database,
                              "SELECT e.id, customer, at_ms, e.kind, platform, feature, action, duration_ms,"
                              "       p.name, p.kind, p.value"
                              "  FROM behavior_event e LEFT JOIN behavior_property p ON p.event = e.id"
                              " WHERE customer = ? AND at_ms >= ? ORDER BY at_ms, e.id");
        row.bind(1, customer.text);
        row.bind(2, static_cast<std::int64_t>(since.time_since_epoch().count()));
        std::vector<BehaviorEvent> events;
        while (row.executeStep()) {
            const std::string id = row.getColumn(0).getString();
            if (events.empty() || events.back().id.text != id) {
                auto event = read_event(row);
                if (!event) return failed("event " + id + " has an unknown kind");
                events.push_back(std::move(*event));
            }
            if (row.getColumn(8).isNull()) continue;
            auto value = read_value(row.getColumn(9).getString(), row.getColumn(10));
            if (!value) return failed("event " + id + " has a property that cannot be read");
            events.back().properties.emplace(row.getColumn(8).getString(), std::move(*value));
        }
        return events;
    } catch (const std::exception& problem) {
        return failed("cannot read the events of a customer: " + std::string(problem.what()));
    }
}

Result<std::size_t> SqliteEventStore::erase(const CustomerId& customer) {
    const std::lock_guard lock(connection_->mutex);
    try {
        SQLite::Statement gone(connection_->database, "DELETE FROM behavior_event WHERE customer = ?");
        gone.bind(1, customer.text);
        return static_cast<std::size_t>(gone.exec());
    } catch (const std::exception& problem) {
        return failed("cannot erase a customer: " + std::string(problem.what()));
    }
}

}  // namespace parlance::personalization
