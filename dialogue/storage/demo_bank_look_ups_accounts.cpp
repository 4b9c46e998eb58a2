#include <algorithm>
#include <map>

#include "dialogue/storage/demo_bank_calendar.h"
#include "dialogue/storage/demo_bank_look_ups.h"
#include "dialogue/storage/demo_bank_matching.h"
#include "dialogue/storage/demo_bank_slots.h"
#include "dialogue/storage/demo_bank_statement.h"
#include "dialogue/storage/demo_bank_wording.h"

namespace parlance::dialogue::demo_bank {
namespace {

constexpr const char* ledger_source = "ledger";
constexpr int default_days = 30;
constexpr int youngest_month_days = 7;  // before that "this month" says too little
constexpr int fee_days = 90;

std::int64_t sum_out(const std::vector<Entry>& entries) {
    std::int64_t total = 0;
    for (const Entry& entry : entries) total -= std::min<std::int64_t>(entry.amount_minor, 0);
    return total;
}

std::int64_t sum_in(const std::vector<Entry>& entries) {
    std::int64_t total = 0;
    for (const Entry& entry : entries) total += std::max<std::int64_t>(entry.amount_minor, 0);
    return total;
}

// Leaves the entries that the slots `merchant` and `category` mean.
std::vector<Entry> narrowed(const Visit& visit, std::vector<Entry> entries) {
    if (const auto merchant = text_slot(visit.slots, "merchant")) {
        entries = only(std::move(entries),
                       [&](const Entry& entry) { return contains_text(entry.merchant, *merchant); });
    }
    if (const auto category = text_slot(visit.slots, "category")) {
        entries = only(std::move(entries),
                       [&](const Entry& entry) { return means_category(*category, entry.category); });
    }
    return entries;
}

DateRange spending_period(const Visit& visit) {
    if (const auto period = period_slot(visit.slots, "period")) return *period;
    const CalendarDate today = visit.today();
    const CalendarDate first = day_in_month(today.day.year() / today.day.month(), 1);
    if (days_between(first, today) + 1 < youngest_month_days) return last_days(visit, default_days);
    return {first, today};
}

struct CategoryTotal {
    std::string category;
    std::int64_t minor = 0;
};

// Largest first; equal ones by name.
std::vector<CategoryTotal> by_category(const std::vector<Entry>& entries) {
    std::map<std::string, std::int64_t> totals;
    for (const Entry& entry : entries) totals[entry.category] -= entry.amount_minor;
    std::vector<CategoryTotal> sorted;
    for (const auto& [category, minor] : totals) sorted.push_back({category, minor});
    std::stable_sort(sorted.begin(), sorted.end(), [](const CategoryTotal& left, const CategoryTotal& right) {
        return left.minor > right.minor;
    });
    return sorted;
}

}  // namespace

Outcome look_up_customer(const Visit& visit) {
    SQLite::Statement row = prepared(
        visit.database, "SELECT first_name, name, email, phone, address, tier FROM customers WHERE id = ?",
        visit.customer.text);
    if (!row.executeStep()) return nothing_found("record");
    FactList facts("customer record", visit.now);
    int column = 0;
    for (const char* name : {"first_name", "name", "email", "phone", "address", "tier"}) {
        facts.add(std::string("customer.") + name, row.getColumn(column++).getString());
    }
    return facts.take();
}

Outcome look_up_accounts(const Visit& visit) {
    const std::vector<Account> accounts = accounts_of(visit);
    FactList facts(ledger_source, visit.now);
    facts.add("account.count", static_cast<std::int64_t>(accounts.size()));
    std::int64_t total = 0;
    for (std::size_t index = 0; index < accounts.size(); ++index) {
        const Account& account = accounts[index];
        total += account.balance_minor;
        if (index >= list_limit) continue;
        facts.add("account", index + 1, "name", in_locale(account.name, visit.locale));
        facts.add("account", index + 1, "kind", account.kind);
        facts.add("account", index + 1, "last4", account.last4);
        facts.add("account", index + 1, "balance", euros(account.balance_minor));
    }
    facts.add("accounts.total", euros(total));
    return facts.take();
}

Outcome look_up_account(const Visit& visit) {
    const auto account = chosen_account(visit);
    if (!account.has_value()) return nothing_found("account");
    FactList facts("account record", visit.now);
    facts.add("account.name", in_locale(account->name, visit.locale));
    facts.add("account.kind", account->kind);
    facts.add("account.last4", account->last4);
    facts.add("account.iban", account->iban);
    facts.add("account.overdraft_limit", euros(account->overdraft_minor));
    facts.from(ledger_source);
    facts.add("account.balance", euros(account->balance_minor));
    facts.add("account.available", euros(account->available_minor()));
    return facts.take();
}

Outcome look_up_transactions(const Visit& visit) {
    std::string account_id;
    if (text_slot(visit.slots, "account").has_value()) {
        const auto account = chosen_account(visit);
        if (!account.has_value()) return nothing_found("account");
        account_id = account->id;
    }
    const DateRange period = period_slot(visit.slots, "period").value_or(last_days(visit, default_days));
    const std::vector<Entry> entries = narrowed(visit, entries_of(visit, period, account_id));
    const std::int64_t out = sum_out(entries);
    FactList facts(ledger_source, visit.now);
    facts.add("transaction.count", static_cast<std::int64_t>(entries.size()));
    facts.add("transaction.total", euros(out != 0 ? out : sum_in(entries)));
    for (std::size_t index = 0; index < std::min(entries.size(), list_limit); ++index) {
        const Entry& entry = entries[index];
        facts.add("transaction", index + 1, "date", date_of(entry.at));
        facts.add("transaction", index + 1, "merchant", entry.merchant);
        facts.add("transaction", index + 1, "amount", euros(std::abs(entry.amount_minor)));
        facts.add("transaction", index + 1, "direction", std::string(entry.amount_minor < 0 ? "out" : "in"));
    }
    return facts.take();
}

Outcome look_up_spending(const Visit& visit) {
    const DateRange period = spending_period(visit);
    const bool names_category = text_slot(visit.slots, "category").has_value();
    std::vector<Entry> entries = narrowed(visit, entries_of(visit, period));
    // Asked for by name, money put aside counts as well ("how much did I put into savings").
    entries = only(std::move(entries), [&](const Entry& entry) {
        return entry.is_spending() || (names_category && entry.amount_minor < 0);
    });
    const std::vector<CategoryTotal> categories = by_category(entries);
    FactList facts(ledger_source, visit.now);
    facts.add("spending.total", euros(sum_out(entries)));
    facts.add("spending.count", static_cast<std::int64_t>(entries.size()));
    facts.add("spending.from", period.first);
    facts.add("spending.to", period.last);
    facts.add("category.count", static_cast<std::int64_t>(categories.size()));
    for (std::size_t index = 0; index < std::min(categories.size(), list_limit); ++index) {
        facts.add("category", index + 1, "name", category_words(categories[index].category, visit.locale));
        facts.add("category", index + 1, "amount", euros(categories[index].minor));
    }
    return facts.take();
}

Outcome look_up_fees(const Visit& visit) {
    const std::vector<Entry> fees = only(entries_of(visit, last_days(visit, fee_days)),
                                         [](const Entry& entry) { return entry.is_fee(); });
    FactList facts(ledger_source, visit.now);
    facts.add("fee.count", static_cast<std::int64_t>(fees.size()));
    if (fees.empty()) return facts.take();
    facts.add("fee.total", euros(sum_out(fees)));
    for (std::size_t index = 0; index < std::min(fees.size(), list_limit); ++index) {
        facts.add("fee", index + 1, "date", date_of(fees[index].at));
        facts.add("fee", index + 1, "name", fees[index].merchant);
        facts.add("fee", index + 1, "amount", euros(-fees[index].amount_minor));
    }
    facts.add("fee.latest.name", fees.front().merchant);
    facts.add("fee.latest.amount", euros(-fees.front().amount_minor));
    facts.add("fee.latest.date", date_of(fees.front().at));
    facts.from("price list");
    facts.add("fee.latest.reason", fee_reason(fees.front().merchant, visit.locale));
    return facts.take();
}

}  // namespace parlance::dialogue::demo_bank
