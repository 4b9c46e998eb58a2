#pragma once

// Included by the demo bank's .cpp files only: the one door to SQLiteCpp's statements.
#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

namespace parlance::dialogue::demo_bank {

// A statement with its values bound in order; the values are copied.
template <typename... Values>
SQLite::Statement prepared(SQLite::Database& database, const char* sql, const Values&... values) {
    SQLite::Statement statement(database, sql);
    SQLite::bind(statement, values...);
    return statement;
}

// Runs a statement that gives no rows; returns how many rows it changed.
template <typename... Values>
int execute(SQLite::Database& database, const char* sql, const Values&... values) {
    return prepared(database, sql, values...).exec();
}

}  // namespace parlance::dialogue::demo_bank
