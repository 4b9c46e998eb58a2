#include "personalization/storage/audit_log.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <mutex>
#include <utility>

#include "intents/secret.h"

namespace parlance::personalization {
namespace {

constexpr int busy_timeout_ms = 5000;
constexpr std::size_t salt_bytes = 16;

constexpr const char* schema = R"(
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA secure_delete = ON;
    CREATE TABLE IF NOT EXISTS audit_subject (customer TEXT PRIMARY KEY, salt TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS audit_entry (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, subject TEXT NOT NULL, body TEXT NOT NULL,
        digest TEXT NOT NULL
    );
    CREATE INDEX IF NOT EXISTS audit_entry_of_subject ON audit_entry (subject, number);
    CREATE TRIGGER IF NOT EXISTS audit_entry_stays BEFORE DELETE ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
    CREATE TRIGGER IF NOT EXISTS audit_entry_is_final BEFORE UPDATE ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
)";

Error failed(const std::string& what) {
    return Error{ErrorCode::storage_failed, "audit trail: " + what};
}

std::string next_digest(const std::string& before, std::uint64_t number, const std::string& body) {
    return sha256_hex(before + "\n" + std::to_string(number) + "\n" + body);
}

struct ChainEnd {
    std::uint64_t number = 0;
    std::string digest = sha256_hex("");
};

ChainEnd end_of_chain(const SQLite::Database& database) {
    SQLite::Statement row(database, "SELECT number, digest FROM audit_entry ORDER BY number DESC LIMIT 1");
    if (!row.executeStep()) return {};
    return {static_cast<std::uint64_t>(row.getColumn(0).getInt64()), row.getColumn(1).getString()};
}

std::optional<std::string> subject_of(const SQLite::Database& database, const CustomerId& customer) {
    SQLite::Statement row(database, "SELECT salt FROM audit_subject WHERE customer = ?");
    row.bind(1, customer.text);
    if (!row.executeStep()) return std::nullopt;
    return sha256_hex(row.getColumn(0).getString() + "\n" + customer.text);
}

std::string make_subject(const SQLite::Database& database, const CustomerId& customer) {
    if (auto known = subject_of(database, customer)) return std::move(*known);
    const std::string salt = random_hex(salt_bytes);
    SQLite::Statement insert(database, "INSERT INTO audit_subject VALUES (?, ?)");
    insert.bind(1, customer.text);
    insert.bind(2, salt);
    insert.exec();
    return sha256_hex(salt + "\n" + customer.text);
}

bool is_known(const SQLite::Database& database, const std::string& id) {
    SQLite::Statement row(database, "SELECT 1 FROM audit_entry WHERE id = ?");
    row.bind(1, id);
    return row.executeStep();
}

}  // namespace

struct AuditLog::Connection {
    explicit Connection(const std::string& file)
        : database(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_timeout_ms) {
        database.exec(schema);
    }

    // Behind the end of the chain. Inside a transaction.
    void append(const AuditRecord& record, ChainEnd& end) {
        const std::string subject = make_subject(database, record.customer);
        const std::string body = to_audit_json(record, subject);
        end = {end.number + 1, next_digest(end.digest, end.number + 1, body)};
        SQLite::Statement insert(database, "INSERT INTO audit_entry VALUES (?, ?, ?, ?, ?)");
        insert.bind(1, static_cast<std::int64_t>(end.number));
        insert.bind(2, record.id);
        insert.bind(3, subject);
        insert.bind(4, body);
        insert.bind(5, end.digest);
        insert.exec();
    }

    mutable std::mutex mutex;
    SQLite::Database database;
    std::function<void(const AuditRecord&)> follower;
};

AuditLog::AuditLog(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
AuditLog::~AuditLog() = default;

Result<std::unique_ptr<AuditLog>> AuditLog::open(const std::filesystem::path& file) {
    try {
        return std::unique_ptr<AuditLog>(new AuditLog(std::make_unique<Connection>(file.string())));
    } catch (const std::exception& problem) {
        return failed("cannot open " + file.string() + ": " + problem.what());
    }
}

Result<void> AuditLog::append(std::span<const AuditRecord> records) {
    if (records.empty()) return {};
    const std::lock_guard lock(connection_->mutex);
    try {
        // Immediate: another process may not append between reading the end and adding to it.
        SQLite::Transaction transaction(connection_->database, SQLite::TransactionBehavior::IMMEDIATE);
        ChainEnd end = end_of_chain(connection_->database);
        std::vector<const AuditRecord*> kept;
        for (const AuditRecord& record : records) {
            if (is_known(connection_->database, record.id)) continue;
            connection_->append(record, end);
            kept.push_back(&record);
        }
        transaction.commit();
        if (connection_->follower) {
            for (const AuditRecord* record : kept) connection_->follower(*record);
        }
        return {};
    } catch (const std::exception& problem) {
        return failed(std::string("cannot append: ") + problem.what());
    }
}

Result<AuditVerdict> AuditLog::verify() const {
    const std::lock_guard lock(connection_->mutex);
    try {
        AuditVerdict verdict{0, ChainEnd{}.digest, std::nullopt, {}};
        SQLite::Statement row(connection_->database,
                              "SELECT number, body, digest FROM audit_entry ORDER BY number");
        while (row.executeStep()) {
            const std::uint64_t expected = verdict.entries + 1;
            if (static_cast<std::uint64_t>(row.getColumn(0).getInt64()) != expected) {
                verdict.problem = "it is missing";
            } else if (next_digest(verdict.head, expected, row.getColumn(1).getString()) !=
                       row.getColumn(2).getString()) {
                verdict.problem = "its digest does not follow from its text and the entry before it";
            }
            if (!verdict.problem.empty()) {
                verdict.broken = expected;
                return verdict;
            }
            verdict.entries = expected;
            verdict.head = row.getColumn(2).getString();
        }
        return verdict;
    } catch (const std::exception& problem) {
        return failed(std::string("cannot read: ") + problem.what());
    }
}

Result<bool> AuditLog::has_digest(const std::string& digest) const {
    const std::lock_guard lock(connection_->mutex);
    try {
        SQLite::Statement row(connection_->database, "SELECT 1 FROM audit_entry WHERE digest = ?");
        row.bind(1, digest);
        return row.executeStep();
    } catch (const std::exception& problem) {
        return failed(std::string("cannot read: ") + problem.what());
    }
}

Result<void> AuditLog::follow(std::function<void(const AuditRecord&)> note) {
    const std::lock_guard lock(connection_->mutex);
    try {
        SQLite::Statement row(connection_->database, "SELECT body FROM audit_entry ORDER BY number");
        while (row.executeStep()) {
            const auto record = read_audit_json(row.getColumn(0).getString());
            if (!record) return record.error();
            note(*record);
        }
        connection_->follower = std::move(note);
        return {};
    } catch (const std::exception& problem) {
        return failed(std::string("cannot read: ") + problem.what());
    }
}

Result<std::vector<std::string>> AuditLog::entries_of(const CustomerId& customer) const {
    const std::lock_guard lock(connection_->mutex);
    try {
        std::vector<std::string> entries;
        const auto subject = subject_of(connection_->database, customer);
        if (!subject) return entries;
        SQLite::Statement row(connection_->database,
                              "SELECT body FROM audit_entry WHERE subject = ? ORDER BY number");
        row.bind(1, *subject);
        while (row.executeStep()) entries.push_back(row.getColumn(0).getString());
        return entries;
    } catch (const std::exception& problem) {
        return failed(std::string("cannot read: ") + problem.what());
    }
}

Result<bool> AuditLog::forget(const CustomerId& customer) {
    const std::lock_guard lock(connection_->mutex);
    try {
        SQLite::Statement remove(connection_->database, "DELETE FROM audit_subject WHERE customer = ?");
        remove.bind(1, customer.text);
        const bool was_there = remove.exec() > 0;
        // What was deleted must not linger in the write-ahead log either.
        connection_->database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        return was_there;
    } catch (const std::exception& problem) {
        return failed(std::string("cannot forget a customer: ") + problem.what());
    }
}

}  // namespace parlance::personalization
