#include "dialogue/storage/demo_bank_schema.h"

#include "dialogue/storage/demo_bank_statement.h"

namespace parlance::dialogue::demo_bank {
namespace {

constexpr const char* people_tables = R"sql(
CREATE TABLE IF NOT EXISTS meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS customers(
    id TEXT PRIMARY KEY, name TEXT NOT NULL, first_name TEXT NOT NULL, born TEXT NOT NULL,
    since TEXT NOT NULL, language TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL,
    address TEXT NOT NULL,
    marital TEXT NOT NULL, children INTEGER NOT NULL, tier TEXT NOT NULL, risk_questionnaire TEXT,
    logins_30_days INTEGER NOT NULL, logins_prev_30_days INTEGER NOT NULL, app_share REAL NOT NULL,
    complaints_90_days INTEGER NOT NULL, preferred_hour INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS interests(
    customer TEXT NOT NULL REFERENCES customers(id), position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK(kind IN ('chat', 'article')), topic TEXT NOT NULL,
    PRIMARY KEY(customer, kind, position)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS payees(
    id INTEGER PRIMARY KEY, customer TEXT NOT NULL REFERENCES customers(id),
    name TEXT NOT NULL, last4 TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS payees_of ON payees(customer);
)sql";

constexpr const char* account_tables = R"sql(
CREATE TABLE IF NOT EXISTS accounts(
    id TEXT PRIMARY KEY, customer TEXT NOT NULL REFERENCES customers(id), position INTEGER NOT NULL,
    kind TEXT NOT NULL, name_en TEXT NOT NULL, name_de TEXT NOT NULL, last4 TEXT NOT NULL,
    iban TEXT NOT NULL, overdraft_minor INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS accounts_of ON accounts(customer, position);
CREATE TABLE IF NOT EXISTS entries(
    id INTEGER PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts(id), at TEXT NOT NULL,
    merchant TEXT NOT NULL, category TEXT NOT NULL, amount_minor INTEGER NOT NULL, reference TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS entries_of ON entries(account, at);
CREATE TABLE IF NOT EXISTS standing_orders(
    reference TEXT PRIMARY KEY, customer TEXT NOT NULL REFERENCES customers(id),
    account TEXT NOT NULL REFERENCES accounts(id), payee TEXT NOT NULL, category TEXT NOT NULL,
    amount_minor INTEGER NOT NULL CHECK(amount_minor > 0), day INTEGER NOT NULL CHECK(day BETWEEN 1 AND 31));
CREATE TABLE IF NOT EXISTS scheduled_transfers(
    reference TEXT PRIMARY KEY, customer TEXT NOT NULL REFERENCES customers(id),
    account TEXT NOT NULL REFERENCES accounts(id), payee TEXT NOT NULL, own_account TEXT NOT NULL,
    amount_minor INTEGER NOT NULL CHECK(amount_minor > 0), on_day TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS scheduled_transfers_of ON scheduled_transfers(customer, on_day);
CREATE TABLE IF NOT EXISTS cards(
    id TEXT PRIMARY KEY, customer TEXT NOT NULL REFERENCES customers(id), position INTEGER NOT NULL,
    kind TEXT NOT NULL, last4 TEXT NOT NULL,
    status TEXT NOT NULL CHECK(status IN ('active', 'blocked', 'ordered', 'frozen')),
    limit_minor INTEGER NOT NULL, account TEXT, owed_minor INTEGER);
CREATE INDEX IF NOT EXISTS cards_of ON cards(customer, position);
)sql";

constexpr const char* wealth_tables = R"sql(
CREATE TABLE IF NOT EXISTS loans(
    id TEXT PRIMARY KEY, customer TEXT NOT NULL REFERENCES customers(id), kind TEXT NOT NULL,
    balance_minor INTEGER NOT NULL, rate_percent REAL NOT NULL, monthly_minor INTEGER NOT NULL,
    ends TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS holdings(
    customer TEXT NOT NULL REFERENCES customers(id), fund TEXT NOT NULL, kind TEXT NOT NULL,
    value_minor INTEGER NOT NULL, cost_minor INTEGER NOT NULL, value_30_days_ago_minor INTEGER NOT NULL,
    PRIMARY KEY(customer, fund)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS goals(
    customer TEXT NOT NULL REFERENCES customers(id), id TEXT NOT NULL, name_en TEXT NOT NULL,
    name_de TEXT NOT NULL, target_minor INTEGER NOT NULL, saved_minor INTEGER NOT NULL,
    by_year INTEGER NOT NULL, monthly_minor INTEGER, PRIMARY KEY(customer, id)) WITHOUT ROWID;
)sql";

constexpr const char* service_tables = R"sql(
CREATE TABLE IF NOT EXISTS appointments(
    reference TEXT PRIMARY KEY, customer TEXT NOT NULL REFERENCES customers(id), day TEXT NOT NULL,
    time TEXT NOT NULL, topic TEXT NOT NULL, channel TEXT NOT NULL,
    status TEXT NOT NULL CHECK(status IN ('booked', 'cancelled')));
CREATE UNIQUE INDEX IF NOT EXISTS one_appointment_at_a_time ON appointments(day, time)
    WHERE status = 'booked';
CREATE TABLE IF NOT EXISTS disputes(
    reference TEXT PRIMARY KEY, customer TEXT NOT NULL REFERENCES customers(id),
    entry INTEGER NOT NULL UNIQUE REFERENCES entries(id), reason TEXT NOT NULL, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS fee_refunds(
    reference TEXT PRIMARY KEY, customer TEXT NOT NULL REFERENCES customers(id),
    entry INTEGER NOT NULL UNIQUE REFERENCES entries(id), amount_minor INTEGER NOT NULL, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS requests(
    reference TEXT PRIMARY KEY, customer TEXT NOT NULL REFERENCES customers(id),
    kind TEXT NOT NULL CHECK(kind IN ('statement', 'callback', 'complaint')), words TEXT NOT NULL,
    at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS outcomes(
    key TEXT PRIMARY KEY, action TEXT NOT NULL, customer TEXT NOT NULL REFERENCES customers(id),
    at TEXT NOT NULL, refusal TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outcome_facts(
    key TEXT NOT NULL REFERENCES outcomes(key), position INTEGER NOT NULL, name TEXT NOT NULL,
    kind TEXT NOT NULL, value TEXT NOT NULL, source TEXT NOT NULL, as_of TEXT NOT NULL,
    PRIMARY KEY(key, position)) WITHOUT ROWID;
)sql";

}  // namespace

void prepare_connection(SQLite::Database& database) {
    database.setBusyTimeout(5000);
    database.exec("PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = NORMAL");
    database.exec("PRAGMA foreign_keys = ON");
}

void create_tables(SQLite::Database& database) {
    database.exec(people_tables);
    database.exec(account_tables);
    database.exec(wealth_tables);
    database.exec(service_tables);
}

std::string meta(SQLite::Database& database, const std::string& key) {
    SQLite::Statement query = prepared(database, "SELECT value FROM meta WHERE key = ?", key);
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

void set_meta(SQLite::Database& database, const std::string& key, const std::string& value) {
    execute(database, "INSERT INTO meta(key, value) VALUES(?, ?)", key, value);
}

}  // namespace parlance::dialogue::demo_bank
