#include "dialogue/storage/demo_bank_scheduled.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "dialogue/storage/demo_bank_matching.h"
#include "dialogue/storage/demo_bank_statement.h"

namespace parlance::dialogue::demo_bank {

namespace {

// When the bank books what is due on a day.
constexpr std::chrono::hours booking_hour{6};

struct Due {
    Payment payment;
    TimePoint at;
};

const Account* account_by_id(const std::vector<Account>& accounts, const std::string& id) {
    const auto found =
        std::find_if(accounts.begin(), accounts.end(), [&](const Account& each) { return each.id == id; });
    return found == accounts.end() ? nullptr : &*found;
}

std::vector<Due> due_payments(const Visit& visit) {
    SQLite::Statement rows = prepared(
        visit.database,
        "SELECT reference, account, payee, own_account, amount_minor, on_day FROM scheduled_transfers"
        " WHERE customer = ? AND on_day <= ? ORDER BY on_day, reference",
        visit.customer.text, to_text(visit.today()));
    std::vector<Due> due;
    while (rows.executeStep()) {
        Due one;
        one.payment.reference = rows.getColumn(0).getString();
        one.payment.account.id = rows.getColumn(1).getString();
        one.payment.payee = {rows.getColumn(2).getString(), {}, rows.getColumn(3).getString()};
        one.payment.amount_minor = rows.getColumn(4).getInt64();
        const auto day = parse_date(rows.getColumn(5).getString());
        one.at = std::chrono::sys_days{day.value().day} + booking_hour;
        due.push_back(std::move(one));
    }
    return due;
}

}  // namespace

void book_payment(const Visit& visit, const Payment& payment) {
    const auto& [account, payee, minor, reference] = payment;
    if (payee.own_account.empty()) {
        book(visit, {account.id, visit.now, payee.name, "transfer", -minor, reference});
        return;
    }
    book(visit, {account.id, visit.now, payee.name, "own_transfer", -minor, reference});
    book(visit, {payee.own_account, visit.now, in_locale(account.name, visit.locale), "own_transfer", minor,
                 reference});
}

void schedule_payment(const Visit& visit, const Payment& payment, const CalendarDate& day) {
    execute(visit.database, "INSERT INTO scheduled_transfers VALUES(?, ?, ?, ?, ?, ?, ?)", payment.reference,
            visit.customer.text, payment.account.id, payment.payee.name, payment.payee.own_account,
            payment.amount_minor, to_text(day));
}

void book_due_payments(const Visit& visit) {
    const auto due = due_payments(visit);
    if (due.empty()) return;
    SQLite::Transaction transaction(visit.database, SQLite::TransactionBehavior::IMMEDIATE);
    for (const Due& one : due) {
        const auto accounts = accounts_of(visit);
        const Account* account = account_by_id(accounts, one.payment.account.id);
        if (account == nullptr || account->available_minor() < one.payment.amount_minor) continue;
        Visit then = visit;
        then.now = one.at;
        Payment payment = one.payment;
        payment.account = *account;
        book_payment(then, payment);
        execute(visit.database, "DELETE FROM scheduled_transfers WHERE reference = ?", payment.reference);
    }
    transaction.commit();
}

}  // namespace parlance::dialogue::demo_bank
