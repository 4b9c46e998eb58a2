#include "dialogue/storage/sqlite_tracker_store.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "dialogue/storage/tracker_append.h"

namespace parlance::dialogue {
namespace {

constexpr int busy_timeout_ms = 5000;
constexpr const char* schema_version = "1";

// `row` is never used twice (AUTOINCREMENT), so the newest one of a conversation identifies its content.
constexpr const char* schema = R"sql(
    CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS events (
        row INTEGER PRIMARY KEY AUTOINCREMENT, conversation TEXT NOT NULL, number INTEGER NOT NULL,
        customer TEXT NOT NULL, at TEXT NOT NULL, json TEXT NOT NULL, UNIQUE (conversation, number)
    );
    CREATE INDEX IF NOT EXISTS events_of_customer ON events (customer, conversation);
    INSERT OR IGNORE INTO meta VALUES ('tracker_schema', '1');
)sql";

Error failed(const std::string& what) {
    return Error{ErrorCode::storage_failed, "conversations: " + what};
}

// What the file holds of a conversation.
struct Extent {
    std::uint64_t version = 0;
    std::int64_t last_row = 0;
    CustomerId customer;
};

Extent extent_of(SQLite::Database& database, const ConversationId& conversation) {
    SQLite::Statement newest(database,
                             "SELECT number, row, customer FROM events WHERE conversation = ?"
                             " ORDER BY number DESC LIMIT 1");
    newest.bind(1, conversation.text);
    if (!newest.executeStep()) return {};
    return {static_cast<std::uint64_t>(newest.getColumn(0).getInt64()),
            newest.getColumn(1).getInt64(),
            {newest.getColumn(2).getString()}};
}

// The lines after a row, and the extent that they lead to; one consistent look.
struct NewLines {
    Extent extent;
    std::vector<std::string> lines;
};

NewLines lines_after(SQLite::Database& database, const ConversationId& conversation, std::int64_t row) {
    SQLite::Transaction look(database);
    NewLines found{extent_of(database, conversation), {}};
    if (found.extent.last_row == row) return found;
    SQLite::Statement lines(database,
                            "SELECT json FROM events WHERE conversation = ? AND row > ? ORDER BY number");
    lines.bind(1, conversation.text);
    lines.bind(2, row);
    while (lines.executeStep()) found.lines.push_back(lines.getColumn(0).getString());
    return found;
}

// The moment of the latest message or reply among the events, for people who look into the file.
std::string moment_of(std::span<const TrackerEvent> events) {
    TimePoint latest{};
    for (const auto& event : events) {
        if (const auto* user = std::get_if<UserSpoke>(&event)) latest = user->at;
        if (const auto* bot = std::get_if<BotSpoke>(&event)) latest = bot->at;
    }
    return to_rfc3339(latest);
}

Result<std::vector<TrackerEvent>> read_events(std::span<const std::string> lines) {
    std::vector<TrackerEvent> events;
    for (const auto& line : lines) {
        auto event = tracker_event_from_json(line);
        if (event.has_error()) return event.error();
        events.push_back(std::move(*event));
    }
    return events;
}

// Of the tables in a file; empty when it has none of ours.
std::string version_of(SQLite::Database& database) {
    if (!database.tableExists("meta")) return {};
    SQLite::Statement row(database, "SELECT value FROM meta WHERE key = 'tracker_schema'");
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

// Makes the tables of a new file. Throws what the file does not take.
void prepare(SQLite::Database& database, Durability durability) {
    database.exec("PRAGMA journal_mode = WAL");
    database.exec(durability == Durability::power_loss ? "PRAGMA synchronous = FULL"
                                                       : "PRAGMA synchronous = NORMAL");
    database.exec("PRAGMA secure_delete = ON");
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    if (version_of(database).empty()) database.exec(schema);
    transaction.commit();
}

}  // namespace

struct SqliteTrackerStore::Connection {
    explicit Connection(const std::string& file)
        : database(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_timeout_ms) {}

    void insert(const ConversationId& conversation, const CustomerId& customer,
                std::span<const std::string> lines, std::uint64_t version_before, const std::string& at) {
        SQLite::Statement row(
            database, "INSERT INTO events (conversation, number, customer, at, json) VALUES (?,?,?,?,?)");
        auto number = static_cast<std::int64_t>(version_before);
        for (const auto& line : lines) {
            row.bind(1, conversation.text);
            row.bind(2, ++number);
            row.bind(3, customer.text);
            row.bind(4, at);
            row.bind(5, line);
            row.exec();
            row.reset();
        }
    }

    mutable std::mutex mutex;
    SQLite::Database database;
};

SqliteTrackerStore::SqliteTrackerStore(std::unique_ptr<Connection> connection)
    : connection_(std::move(connection)) {}
SqliteTrackerStore::~SqliteTrackerStore() = default;

Result<std::unique_ptr<SqliteTrackerStore>> SqliteTrackerStore::open(const std::filesystem::path& file,
                                                                     Durability durability) {
    try {
        auto connection = std::make_unique<Connection>(file.string());
        prepare(connection->database, durability);
        const auto version = version_of(connection->database);
        if (version != schema_version) {
            return failed(file.string() + " has tables of version " + version +
                          "; this program works with version " + schema_version);
        }
        return std::unique_ptr<SqliteTrackerStore>(new SqliteTrackerStore(std::move(connection)));
    } catch (const std::exception& problem) {
        return failed("cannot open " + file.string() + ": " + problem.what());
    }
}

Result<Tracker> SqliteTrackerStore::load(const ConversationId& conversation) const {
    auto known = cache_.find(conversation);
    NewLines found;
    try {
        const std::lock_guard lock(connection_->mutex);
        found = lines_after(connection_->database, conversation, known.last_row);
        if (known.version() + found.lines.size() != found.extent.version) {
            // Rows went away: the conversation was erased, and perhaps begun anew.
            known = {};
            cache_.forget(conversation);
            found = lines_after(connection_->database, conversation, 0);
        }
    } catch (const std::exception& problem) {
        return failed("cannot read " + conversation.text + ": " + problem.what());
    }
    Tracker tracker = known.tracker ? *known.tracker : Tracker{conversation, found.extent.customer, {}, {}};
    if (found.lines.empty()) return tracker;
    const auto events = read_events(found.lines);
    if (events.has_error()) return failed(conversation.text + ": " + events.error().detail);
    add_events(tracker, *events);
    cache_.keep(conversation, {std::make_shared<const Tracker>(tracker), found.extent.last_row});
    return tracker;
}

Result<void> SqliteTrackerStore::append(const ConversationId& conversation, const CustomerId& customer,
                                        std::span<const TrackerEvent> events,
                                        std::uint64_t expected_version) {
    std::vector<std::string> lines;
    for (const auto& event : events) lines.push_back(to_json(event));
    Extent before;
    std::int64_t last_row = 0;
    try {
        const std::lock_guard lock(connection_->mutex);
        SQLite::Transaction transaction(connection_->database, SQLite::TransactionBehavior::IMMEDIATE);
        before = extent_of(connection_->database, conversation);
        const auto allowed =
            check_append(conversation, before.customer, customer, before.version, expected_version);
        if (allowed.has_error() || events.empty()) return allowed;
        connection_->insert(conversation, customer, lines, before.version, moment_of(events));
        last_row = connection_->database.getLastInsertRowid();
        transaction.commit();
    } catch (const std::exception& problem) {
        return failed("cannot keep " + conversation.text + ": " + problem.what());
    }
    const auto known = cache_.find(conversation);
    if (known.last_row == before.last_row) {
        Tracker tracker = known.tracker ? *known.tracker : Tracker{conversation, customer, {}, {}};
        add_events(tracker, events);
        cache_.keep(conversation, {std::make_shared<const Tracker>(std::move(tracker)), last_row});
    }
    return {};
}

Result<std::vector<ConversationId>> SqliteTrackerStore::conversations_of(const CustomerId& customer) const {
    const std::lock_guard lock(connection_->mutex);
    try {
        SQLite::Statement rows(connection_->database,
                               "SELECT conversation FROM events WHERE customer = ?"
                               " GROUP BY conversation ORDER BY MAX(row) DESC");
        rows.bind(1, customer.text);
        std::vector<ConversationId> found;
        while (rows.executeStep()) found.push_back({rows.getColumn(0).getString()});
        return found;
    } catch (const std::exception& problem) {
        return failed("cannot list a customer's: " + std::string(problem.what()));
    }
}

Result<std::size_t> SqliteTrackerStore::erase(const ConversationId& conversation) {
    cache_.forget(conversation);
    const std::lock_guard lock(connection_->mutex);
    try {
        SQLite::Statement gone(connection_->database, "DELETE FROM events WHERE conversation = ?");
        gone.bind(1, conversation.text);
        const auto rows = static_cast<std::size_t>(gone.exec());
        // The write-ahead log still has the text. Without success (a reader is busy) the next checkpoint
        // drops it.
        connection_->database.tryExec("PRAGMA wal_checkpoint(TRUNCATE)");
        return rows;
    } catch (const std::exception& problem) {
        return failed("cannot erase " + conversation.text + ": " + problem.what());
    }
}

}  // namespace parlance::dialogue
