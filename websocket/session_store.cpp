#include "websocket/session_store.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <mutex>

#include "intents/secret.h"

namespace parlance::websocket {

struct SessionStore::Connection {
    SQLite::Database database;
    std::mutex mutex;

    // Calls `work` alone on the connection; what SQLite throws becomes storage_failed.
    template <typename Work>
    auto run(Work work) -> decltype(work()) {
        const std::lock_guard lock(mutex);
        try {
            return work();
        } catch (const SQLite::Exception& exception) {
            return Error{ErrorCode::storage_failed, std::string("sessions: ") + exception.what()};
        }
    }
};

SessionStore::SessionStore(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
SessionStore::~SessionStore() = default;

Result<std::unique_ptr<SessionStore>> SessionStore::open(const std::filesystem::path& file) {
    try {
        constexpr int patience_ms = 5000;
        auto connection = std::unique_ptr<Connection>(new Connection{
            SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, patience_ms), {}});
        connection->database.exec("PRAGMA journal_mode = WAL");
        connection->database.exec("PRAGMA synchronous = FULL");
        connection->database.exec("PRAGMA secure_delete = ON");
        connection->database.exec(
            "CREATE TABLE IF NOT EXISTS sessions (session_hash TEXT PRIMARY KEY, conversation TEXT NOT NULL,"
            " customer TEXT NOT NULL, created_at TEXT NOT NULL) WITHOUT ROWID");
        return std::unique_ptr<SessionStore>(new SessionStore(std::move(connection)));
    } catch (const SQLite::Exception& exception) {
        return Error{ErrorCode::storage_failed, file.string() + ": " + exception.what()};
    }
}

Result<void> SessionStore::keep(const std::string& session, const SessionBinding& binding, TimePoint now) {
    return connection_->run([&]() -> Result<void> {
        SQLite::Statement insert(connection_->database,
                                 "INSERT OR REPLACE INTO sessions VALUES (?, ?, ?, ?)");
        insert.bind(1, sha256_hex(session));
        insert.bind(2, binding.conversation.text);
        insert.bind(3, binding.customer.text);
        insert.bind(4, to_rfc3339(now));
        insert.exec();
        return {};
    });
}

Result<std::optional<SessionBinding>> SessionStore::find(const std::string& session) const {
    return connection_->run([&]() -> Result<std::optional<SessionBinding>> {
        SQLite::Statement query(connection_->database,
                                "SELECT conversation, customer FROM sessions WHERE session_hash = ?");
        query.bind(1, sha256_hex(session));
        if (!query.executeStep()) return std::optional<SessionBinding>();
        return std::optional(
            SessionBinding{{query.getColumn(0).getString()}, {query.getColumn(1).getString()}});
    });
}

Result<void> SessionStore::forget(const std::string& session) {
    return connection_->run([&]() -> Result<void> {
        SQLite::Statement remove(connection_->database, "DELETE FROM sessions WHERE session_hash = ?");
        remove.bind(1, sha256_hex(session));
        remove.exec();
        return {};
    });
}

Result<std::size_t> SessionStore::erase(const CustomerId& customer) {
    return connection_->run([&]() -> Result<std::size_t> {
        SQLite::Statement remove(connection_->database, "DELETE FROM sessions WHERE customer = ?");
        remove.bind(1, customer.text);
        const auto gone = static_cast<std::size_t>(remove.exec());
        // What was deleted must not linger in the write-ahead log either.
        connection_->database.tryExec("PRAGMA wal_checkpoint(TRUNCATE)");
        return gone;
    });
}

}  // namespace parlance::websocket
