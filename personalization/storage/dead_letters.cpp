#include "personalization/storage/dead_letters.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <mutex>
#include <utility>

namespace parlance::personalization {
namespace {

constexpr int busy_timeout_ms = 5000;

constexpr const char* schema = R"(
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA secure_delete = ON;
    CREATE TABLE IF NOT EXISTS dead_letter (
        number INTEGER PRIMARY KEY, reason TEXT NOT NULL, detail TEXT NOT NULL, text TEXT NOT NULL UNIQUE,
        received_ms INTEGER NOT NULL
    );
)";

Error failed(const std::string& what) {
    return Error{ErrorCode::storage_failed, "dead letters: " + what};
}

bool is_of_word(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z');
}

bool holds_word(const std::string& text, const std::string& word) {
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || !is_of_word(text[at - 1])) && (end == text.size() || !is_of_word(text[end])))
            return true;
    }
    return false;
}

}  // namespace

struct DeadLetters::Connection {
    explicit Connection(const std::string& file)
        : database(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_timeout_ms) {
        database.exec(schema);
    }

    mutable std::mutex mutex;
    SQLite::Database database;
};

DeadLetters::DeadLetters(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
DeadLetters::~DeadLetters() = default;

Result<std::unique_ptr<DeadLetters>> DeadLetters::open(const std::filesystem::path& file) {
    try {
        return std::unique_ptr<DeadLetters>(new DeadLetters(std::make_unique<Connection>(file.string())));
    } catch (const std::exception& problem) {
        return failed("cannot open " + file.string() + ": " + problem.what());
    }
}

Result<void> DeadLetters::keep(std::span<const DeadLetter> letters) {
    if (letters.empty()) return {};
    const std::lock_guard lock(connection_->mutex);
    try {
        SQLite::Transaction transaction(connection_->database, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement insert(connection_->database,
                                 "INSERT INTO dead_letter (reason, detail, text, received_ms)"
                                 " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
        for (const DeadLetter& letter : letters) {
            insert.bind(1, std::string(to_text(letter.reason)));
            insert.bind(2, letter.detail);
            insert.bind(3, letter.text);
            insert.bind(4, static_cast<std::int64_t>(letter.received.time_since_epoch().count()));
            insert.exec();
            insert.reset();
        }
        transaction.commit();
        return {};
    } catch (const std::exception& problem) {
        return failed("cannot keep them: " + std::string(problem.what()));
    }
}

Result<std::vector<DeadLetter>> DeadLetters::all() const {
    const std::lock_guard lock(connection_->mutex);
    try {
        SQLite::Statement row(connection_->database,
                              "SELECT reason, detail, text, received_ms, number FROM dead_letter"
                              " ORDER BY number");
        std::vector<DeadLetter> letters;
        while (row.executeStep()) {
            const auto reason = dead_reason(row.getColumn(0).getString());
            if (!reason) return failed("a letter has an unknown reason");
            letters.push_back({*reason, row.getColumn(1).getString(), row.getColumn(2).getString(),
                               TimePoint{std::chrono::milliseconds{row.getColumn(3).getInt64()}},
                               row.getColumn(4).getInt64()});
        }
        return letters;
    } catch (const std::exception& problem) {
        return failed("cannot be read: " + std::string(problem.what()));
    }
}

Result<std::vector<DeadLetter>> DeadLetters::mentioning(const CustomerId& customer) const {
    auto letters = all();
    if (letters) {
        std::erase_if(*letters,
                      [&](const DeadLetter& letter) { return !holds_word(letter.text, customer.text); });
    }
    return letters;
}

Result<std::size_t> DeadLetters::remove(std::span<const DeadLetter> letters) {
    const std::lock_guard lock(connection_->mutex);
    try {
        SQLite::Transaction transaction(connection_->database, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement gone(connection_->database, "DELETE FROM dead_letter WHERE number = ?");
        std::size_t count = 0;
        for (const DeadLetter& letter : letters) {
            gone.bind(1, letter.number);
            count += static_cast<std::size_t>(gone.exec());
            gone.reset();
        }
        transaction.commit();
        // The write-ahead log still has the text. Without success (a reader is busy) the next checkpoint
        // drops it.
        connection_->database.tryExec("PRAGMA wal_checkpoint(TRUNCATE)");
        return count;
    } catch (const std::exception& problem) {
        return failed("cannot be removed: " + std::string(problem.what()));
    }
}

}  // namespace parlance::personalization
