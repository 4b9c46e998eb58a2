#include "personalization/storage/outreach_book.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <mutex>
#include <utility>

namespace parlance::personalization {
namespace {

constexpr int busy_timeout_ms = 5000;

constexpr const char* schema = R"(
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA secure_delete = ON;
    CREATE TABLE IF NOT EXISTS outreach (
        id TEXT PRIMARY KEY, customer TEXT NOT NULL, rule TEXT NOT NULL, trigger_name TEXT NOT NULL,
        state INTEGER NOT NULL, reason TEXT NOT NULL, noted_ms INTEGER NOT NULL, due_ms INTEGER NOT NULL,
        expires_ms INTEGER NOT NULL, said_ms INTEGER NOT NULL, conversation TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS outreach_of_customer ON outreach (customer, noted_ms);
    CREATE INDEX IF NOT EXISTS outreach_by_time ON outreach (noted_ms);
    CREATE INDEX IF NOT EXISTS outreach_by_due ON outreach (state, due_ms);
)";

Error failed(const std::string& what) {
    return Error{ErrorCode::storage_failed, "outreach: " + what};
}

std::int64_t in_ms(TimePoint moment) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(moment.time_since_epoch()).count();
}

OutreachEntry read(SQLite::Statement& row) {
    const auto text = [&](int column) { return row.getColumn(column).getString(); };
    const auto moment = [&](int column) {
        return TimePoint{std::chrono::milliseconds(row.getColumn(column).getInt64())};
    };
    return {text(0),   {text(1)}, text(2),   text(3),   static_cast<OutreachState>(row.getColumn(4).getInt()),
            text(5),   moment(6), moment(7), moment(8), moment(9),
            {text(10)}};
}

std::vector<OutreachEntry> read_all(SQLite::Statement& row) {
    std::vector<OutreachEntry> entries;
    while (row.executeStep()) entries.push_back(read(row));
    return entries;
}

}  // namespace

struct OutreachBook::Connection {
    explicit Connection(const std::string& file)
        : database(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_timeout_ms) {
        database.exec(schema);
    }

    mutable std::mutex mutex;
    SQLite::Database database;
};

OutreachBook::OutreachBook(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
OutreachBook::~OutreachBook() = default;

Result<std::unique_ptr<OutreachBook>> OutreachBook::open(const std::filesystem::path& file) {
    try {
        return std::unique_ptr<OutreachBook>(new OutreachBook(std::make_unique<Connection>(file.string())));
    } catch (const std::exception& problem) {
        return failed("cannot open " + file.string() + ": " + problem.what());
    }
}

Result<void> OutreachBook::keep(const OutreachEntry& entry) {
    const std::lock_guard lock(connection_->mutex);
    try {
        SQLite::Statement insert(connection_->database,
                                 "INSERT OR REPLACE INTO outreach VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.bind(1, entry.id);
        insert.bind(2, entry.customer.text);
        insert.bind(3, entry.rule);
        insert.bind(4, entry.trigger);
        insert.bind(5, static_cast<int>(entry.state));
        insert.bind(6, entry.reason);
        insert.bind(7, in_ms(entry.noted));
        insert.bind(8, in_ms(entry.due));
        insert.bind(9, in_ms(entry.expires));
        insert.bind(10, in_ms(entry.said));
        insert.bind(11, entry.conversation.text);
        insert.exec();
        return {};
    } catch (const std::exception& problem) {
        return failed(std::string("cannot keep an entry: ") + problem.what());
    }
}

Result<std::vector<OutreachEntry>> OutreachBook::entries_of(const CustomerId& customer) const {
    const std::lock_guard lock(connection_->mutex);
    try {
        SQLite::Statement row(connection_->database,
                              "SELECT * FROM outreach WHERE customer = ? ORDER BY noted_ms, id");
        row.bind(1, customer.text);
        return read_all(row);
    } catch (const std::exception& problem) {
        return failed(std::string("cannot read: ") + problem.what());
    }
}

Result<std::vector<OutreachEntry>> OutreachBook::newest(std::size_t limit) const {
    const std::lock_guard lock(connection_->mutex);
    try {
        SQLite::Statement row(connection_->database,
                              "SELECT * FROM outreach ORDER BY noted_ms DESC, id LIMIT ?");
        row.bind(1, static_cast<std::int64_t>(limit));
        return read_all(row);
    } catch (const std::exception& problem) {
        return failed(std::string("cannot read: ") + problem.what());
    }
}

Result<std::vector<CustomerId>> OutreachBook::due_between(TimePoint after, TimePoint until) const {
    const std::lock_guard lock(connection_->mutex);
    try {
        SQLite::Statement row(connection_->database,
                              "SELECT DISTINCT customer FROM outreach"
                              " WHERE state = ? AND due_ms > ? AND due_ms <= ?");
        row.bind(1, static_cast<int>(OutreachState::waiting));
        row.bind(2, in_ms(after));
        row.bind(3, in_ms(until));
        std::vector<CustomerId> customers;
        while (row.executeStep()) customers.push_back({row.getColumn(0).getString()});
        return customers;
    } catch (const std::exception& problem) {
        return failed(std::string("cannot read: ") + problem.what());
    }
}

Result<std::size_t> OutreachBook::erase(const CustomerId& customer) {
    const std::lock_guard lock(connection_->mutex);
    try {
        SQLite::Statement remove(connection_->database, "DELETE FROM outreach WHERE customer = ?");
        remove.bind(1, customer.text);
        const int gone = remove.exec();
        // What was deleted must not linger in the write-ahead log either.
        connection_->database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        return static_cast<std::size_t>(gone);
    } catch (const std::exception& problem) {
        return failed(std::string("cannot forget a customer: ") + problem.what());
    }
}

}  // namespace parlance::personalization
