#pragma once

#include <string>

namespace SQLite {
class Database;
}

// Throughout these files a SQLite::Exception means that the file did not take or give its bytes;
// DemoBank catches it at its doors (storage_failed, source_failed).
namespace parlance::dialogue::demo_bank {

// Changes with the tables: a file of another version is not opened.
inline constexpr int schema_version = 1;

// Sets what a connection needs: write-ahead log, foreign keys, five seconds of patience with other writers.
void prepare_connection(SQLite::Database& database);

// Creates the tables of docs/demo_bank.md where they are missing.
void create_tables(SQLite::Database& database);

// A value of the table `meta`; empty when there is none.
std::string meta(SQLite::Database& database, const std::string& key);
void set_meta(SQLite::Database& database, const std::string& key, const std::string& value);

}  // namespace parlance::dialogue::demo_bank
