#include "dialogue/storage/demo_bank_ledger.h"

#include <algorithm>
#include <array>

#include "dialogue/storage/demo_bank_calendar.h"
#include "dialogue/storage/demo_bank_matching.h"
#include "dialogue/storage/demo_bank_slots.h"
#include "dialogue/storage/demo_bank_statement.h"

namespace parlance::dialogue::demo_bank {
namespace {

// Money that changes place but stays the customer's.
constexpr std::array<std::string_view, 4> put_aside{"savings", "investing", "retirement", "own_transfer"};

struct KindWord {
    std::string_view word;  // comparable
    std::string_view kind;
};

constexpr KindWord kind_words[] = {
    {"current", "current"}, {"checking", "current"},     {"giro", "current"},       {"everyday", "current"},
    {"saving", "savings"},  {"spar", "savings"},         {"tagesgeld", "savings"},  {"joint", "joint"},
    {"shared", "joint"},    {"gemeinschaft", "joint"},   {"fixed", "fixed"},        {"term deposit", "fixed"},
    {"festgeld", "fixed"},  {"main account", "current"}, {"hauptkonto", "current"},
};

std::size_t everyday_index(const std::vector<Account>& accounts) {
    for (const std::string_view kind : {"current", "joint"}) {
        const auto found = std::find_if(accounts.begin(), accounts.end(),
                                        [&](const Account& account) { return account.kind == kind; });
        if (found != accounts.end()) return static_cast<std::size_t>(found - accounts.begin());
    }
    return 0;
}

template <typename Fits>
std::optional<Account> first_that(const std::vector<Account>& accounts, const Fits& fits) {
    const auto found = std::find_if(accounts.begin(), accounts.end(), fits);
    return found == accounts.end() ? std::nullopt : std::optional(*found);
}

Entry read_entry(SQLite::Statement& row) {
    Entry entry;
    entry.id = row.getColumn(0).getInt64();
    entry.account = row.getColumn(1).getString();
    const auto at = parse_rfc3339(row.getColumn(2).getString());
    if (at.has_value()) entry.at = *at;
    entry.merchant = row.getColumn(3).getString();
    entry.category = row.getColumn(4).getString();
    entry.amount_minor = row.getColumn(5).getInt64();
    return entry;
}

}  // namespace

bool Entry::is_spending() const {
    return amount_minor < 0 && std::find(put_aside.begin(), put_aside.end(), category) == put_aside.end();
}

std::vector<Account> accounts_of(const Visit& visit) {
    SQLite::Statement rows =
        prepared(visit.database,
                 "SELECT id, kind, name_en, name_de, last4, iban, overdraft_minor,"
                 " (SELECT COALESCE(SUM(amount_minor), 0) FROM entries WHERE account = accounts.id)"
                 " FROM accounts WHERE customer = ? ORDER BY position",
                 visit.customer.text);
    std::vector<Account> accounts;
    while (rows.executeStep()) {
        accounts.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(),
                            LocalText{rows.getColumn(2).getString(), rows.getColumn(3).getString()},
                            rows.getColumn(4).getString(), rows.getColumn(5).getString(),
                            rows.getColumn(6).getInt64(), rows.getColumn(7).getInt64()});
    }
    return accounts;
}

std::optional<Account> find_account(const std::vector<Account>& accounts, std::string_view words) {
    const std::string wanted = comparable(words);
    const auto by_name = first_that(accounts, [&](const Account& account) {
        return wanted == comparable(account.name.en) || wanted == comparable(account.name.de) ||
               wanted == account.kind || wanted.find(account.last4) != std::string::npos;
    });
    if (by_name.has_value()) return by_name;
    for (const KindWord& kind : kind_words) {
        if (wanted.find(kind.word) == std::string::npos) continue;
        return first_that(accounts, [&](const Account& account) { return account.kind == kind.kind; });
    }
    return std::nullopt;
}

std::optional<Account> chosen_account(const Visit& visit) {
    const std::vector<Account> accounts = accounts_of(visit);
    if (accounts.empty()) return std::nullopt;
    const auto words = text_slot(visit.slots, "account");
    if (!words.has_value()) return accounts[everyday_index(accounts)];
    return find_account(accounts, *words);
}

std::vector<Entry> entries_of(const Visit& visit, const DateRange& days, std::string_view account) {
    SQLite::Statement rows = prepared(
        visit.database,
        "SELECT entries.id, account, at, merchant, category, amount_minor FROM entries"
        " JOIN accounts ON accounts.id = entries.account"
        " WHERE accounts.customer = ?1 AND at >= ?2 AND at < ?3 AND category <> 'opening'"
        " AND (?4 = '' OR account = ?4) ORDER BY at DESC, entries.id DESC",
        visit.customer.text, to_text(days.first), to_text(plus_days(days.last, 1)), std::string(account));
    std::vector<Entry> entries;
    while (rows.executeStep()) entries.push_back(read_entry(rows));
    return entries;
}

std::vector<Entry> only(std::vector<Entry> entries, const std::function<bool(const Entry&)>& fits) {
    std::erase_if(entries, [&](const Entry& entry) { return !fits(entry); });
    return entries;
}

std::int64_t balance_of(const Visit& visit, const std::string& account) {
    SQLite::Statement row = prepared(
        visit.database, "SELECT COALESCE(SUM(amount_minor), 0) FROM entries WHERE account = ?", account);
    return row.executeStep() ? row.getColumn(0).getInt64() : 0;
}

std::int64_t book(const Visit& visit, const NewEntry& entry) {
    execute(visit.database,
            "INSERT INTO entries(account, at, merchant, category, amount_minor, reference) VALUES(?, ?, ?, "
            "?, ?, ?)",
            entry.account, to_rfc3339(entry.at), entry.merchant, entry.category, entry.amount_minor,
            entry.reference);
    return visit.database.getLastInsertRowid();
}

DateRange last_days(const Visit& visit, int days) {
    return {plus_days(visit.today(), -days), visit.today()};
}

}  // namespace parlance::dialogue::demo_bank
