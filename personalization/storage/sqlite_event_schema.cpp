#include "personalization/storage/sqlite_event_schema.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "personalization/storage/plain_sqlite_events.h"

namespace parlance::personalization {
namespace {

constexpr int schema_version = 2;  // 1 had the customers' ids

// A batch touches pages all over the file, since pseudonyms have no order: it has to fit into the cache, and
// pages that several batches touch are copied from the log to the file once. By default SQLite has 2 MiB for
// the one and 4 MiB for the other, which took twice as long.
constexpr int cache_kib = 64 * 1024;
constexpr int checkpoint_pages = 16 * 1024;  // of 4 KiB

constexpr const char* schema = R"(
    CREATE TABLE pseudonym_key (mark BLOB PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE customer (number INTEGER PRIMARY KEY, pseudonym BLOB NOT NULL UNIQUE, record BLOB NOT NULL);
    CREATE TABLE event (
        number INTEGER PRIMARY KEY, customer INTEGER NOT NULL, at_ms INTEGER NOT NULL, kind TEXT NOT NULL,
        name BLOB NOT NULL UNIQUE, source BLOB NOT NULL, body BLOB NOT NULL
    );
    CREATE INDEX event_of_customer ON event (customer, at_ms);
    CREATE INDEX event_of_kind ON event (kind, at_ms);
)";

// Every key that ever wrote leaves its mark. A customer of a key that is not there would look like a new one.
void check_keys(SQLite::Database& database, const EventPseudonyms& pseudonyms) {
    const auto marks = pseudonyms.of_keys();
    for (SQLite::Statement row(database, "SELECT mark FROM pseudonym_key"); row.executeStep();) {
        if (std::find(marks.begin(), marks.end(), row.getColumn(0).getString()) == marks.end())
            throw std::runtime_error("it was written with a key that the key file lacks; put that key back");
    }
    SQLite::Statement insert(database, "INSERT OR IGNORE INTO pseudonym_key VALUES (?)");
    insert.bind(1, static_cast<const void*>(marks.front().data()), static_cast<int>(marks.front().size()));
    insert.exec();
}

}  // namespace

void set_up_event_connection(SQLite::Database& database, Durability durability) {
    database.exec("PRAGMA journal_mode = WAL");
    database.exec(durability == Durability::power_loss ? "PRAGMA synchronous = FULL"
                                                       : "PRAGMA synchronous = NORMAL");
    database.exec("PRAGMA secure_delete = ON");
    database.exec("PRAGMA cache_size = -" + std::to_string(cache_kib));
    database.exec("PRAGMA wal_autocheckpoint = " + std::to_string(checkpoint_pages));
}

std::vector<BehaviorEvent> prepare_event_schema(SQLite::Database& database,
                                                const EventPseudonyms& pseudonyms) {
    std::vector<BehaviorEvent> plain;
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    if (version == 0) {
        plain = take_plain_events(database);
        database.exec(schema);
        database.exec("PRAGMA user_version = " + std::to_string(schema_version));
    } else if (version != schema_version) {
        throw std::runtime_error("it has tables of version " + std::to_string(version) +
                                 "; this program works with version " + std::to_string(schema_version));
    }
    check_keys(database, pseudonyms);
    return plain;
}

}  // namespace parlance::personalization
