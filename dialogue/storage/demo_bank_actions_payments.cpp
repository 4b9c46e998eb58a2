#include "dialogue/storage/demo_bank_actions.h"
#include "dialogue/storage/demo_bank_calendar.h"
#include "dialogue/storage/demo_bank_dice.h"
#include "dialogue/storage/demo_bank_ledger.h"
#include "dialogue/storage/demo_bank_matching.h"
#include "dialogue/storage/demo_bank_payees.h"
#include "dialogue/storage/demo_bank_scheduled.h"
#include "dialogue/storage/demo_bank_seed.h"
#include "dialogue/storage/demo_bank_slots.h"
#include "dialogue/storage/demo_bank_statement.h"

namespace parlance::dialogue::demo_bank {
namespace {

Result<Payee> only_payee(const Visit& visit) {
    const auto words = text_slot(visit.slots, "payee");
    if (!words.has_value()) return missing_slot("payee");
    std::vector<Payee> payees = find_payees(visit, *words);
    if (payees.empty()) return refused("unknown_payee");
    if (payees.size() > 1) return refused("ambiguous_payee");
    return std::move(payees.front());
}

Result<Account> paying_account(const Visit& visit) {
    auto account = chosen_account(visit);
    if (!account.has_value() || !account->is_open()) return refused("no_such_account");
    return std::move(*account);
}

// What the slots ask to be paid; the reference is made of the key.
Result<Payment> wanted_payment(const Visit& visit, const std::string& reference_kind) {
    const auto amount = amount_in(visit, "amount");
    if (!amount.has_value()) return amount.error();
    const auto payee = only_payee(visit);
    if (!payee.has_value()) return payee.error();
    const auto account = paying_account(visit);
    if (!account.has_value()) return account.error();
    if (payee->own_account == account->id) return refused("unknown_payee");
    return Payment{*account, *payee, *amount, reference_for(reference_kind, visit.key)};
}

void add_payment(const Payment& payment, FactList& facts) {
    facts.add("transfer.reference", payment.reference);
    facts.add("transfer.amount", euros(payment.amount_minor));
    facts.add("transfer.payee", payment.payee.name);
    facts.add("transfer.last4", payment.payee.last4);
}

// The first such day of a month after today.
CalendarDate first_payment(const CalendarDate& today, int day) {
    const CalendarDate this_month = day_in_month(today.day.year() / today.day.month(), day);
    if (this_month > today) return this_month;
    const std::chrono::year_month next = today.day.year() / today.day.month() + std::chrono::months(1);
    return day_in_month(next, day);
}

struct SavingsProduct {
    std::string kind;
    LocalText name;
    std::string rate_fact;
};

SavingsProduct product_meant(const Visit& visit) {
    const std::string words = comparable(text_slot(visit.slots, "product").value_or(""));
    const auto says = [&](std::string_view part) { return words.find(part) != std::string::npos; };
    if (says("child") || says("junior") || says("kind")) {
        return {"savings", {"Child Savings", "Kindersparkonto"}, "bank.child_savings_rate"};
    }
    if (says("fixed") || says("fest") || says("term")) {
        return {"fixed", {"Fixed Deposit, 1 year", "Festgeld, 1 Jahr"}, "bank.fixed_deposit_rate_1_year"};
    }
    return {"savings", {"Instant Savings", "Tagesgeldkonto"}, "bank.instant_savings_rate"};
}

// A new account, numbered after the key: the same request opens the same account.
Account open_account(const Visit& visit, const SavingsProduct& product) {
    Account account;
    account.id = visit.customer.text + "-" + reference_for("SV", visit.key);
    account.kind = product.kind;
    account.name = product.name;
    account.last4 = std::to_string(1000 + scramble(account.id) % 9000);
    account.iban = make_iban(account.id, account.last4);
    execute(visit.database,
            "INSERT INTO accounts VALUES(?1, ?2, (SELECT COUNT(*) + 1 FROM accounts WHERE customer = ?2),"
            " ?3, ?4, ?5, ?6, ?7, 0)",
            account.id, visit.customer.text, account.kind, account.name.en, account.name.de, account.last4,
            account.iban);
    return account;
}

}  // namespace

Outcome perform_transfer(const Visit& visit) {
    const auto payment = wanted_payment(visit, "TR");
    if (!payment.has_value()) return payment.error();
    if (payment->amount_minor > payment->account.available_minor()) return refused("not_enough_money");
    book_payment(visit, *payment);
    FactList facts("ledger", visit.now);
    add_payment(*payment, facts);
    const bool stays_here = !payment->payee.own_account.empty();
    facts.add("transfer.balance_after", euros(balance_of(visit, payment->account.id)));
    facts.add("transfer.arrival_date", stays_here ? visit.today() : next_business_day(visit.today()));
    return facts.take();
}

Outcome perform_schedule_transfer(const Visit& visit) {
    const auto days = period_slot(visit.slots, "date");
    if (!days.has_value()) return missing_slot("date");
    if (days->first <= visit.today()) return refused("past_date");
    const auto payment = wanted_payment(visit, "ST");
    if (!payment.has_value()) return payment.error();
    schedule_payment(visit, *payment, days->first);
    FactList facts("scheduled transfers", visit.now);
    add_payment(*payment, facts);
    facts.add("transfer.date", days->first);
    return facts.take();
}

Outcome perform_standing_order(const Visit& visit) {
    const auto amount = amount_in(visit, "amount");
    if (!amount.has_value()) return amount.error();
    const auto day = integer_slot(visit.slots, "day_of_month");
    if (!day.has_value()) return missing_slot("day_of_month");
    if (*day < 1 || *day > 31) return refused("bad_day");
    const auto payee = only_payee(visit);
    if (!payee.has_value()) return payee.error();
    const auto account = paying_account(visit);
    if (!account.has_value()) return account.error();
    if (payee->own_account == account->id) return refused("unknown_payee");
    const std::string reference = reference_for("SO", visit.key);
    execute(visit.database, "INSERT INTO standing_orders VALUES(?, ?, ?, ?, ?, ?, ?)", reference,
            visit.customer.text, account->id, payee->name,
            payee->own_account.empty() ? "transfer" : "own_transfer", *amount, *day);
    FactList facts("standing orders", visit.now);
    facts.add("standing_order.reference", reference);
    facts.add("standing_order.first_date", first_payment(visit.today(), static_cast<int>(*day)));
    return facts.take();
}

Outcome perform_open_savings(const Visit& visit) {
    std::int64_t deposit = 0;
    if (money_slot(visit.slots, "initial_deposit").has_value()) {
        const auto amount = amount_in(visit, "initial_deposit");
        const bool is_nothing = money_slot(visit.slots, "initial_deposit")->minor_units == 0;
        if (!amount.has_value() && !is_nothing) return amount.error();
        deposit = is_nothing ? 0 : *amount;
    }
    const auto account = paying_account(visit);
    if (!account.has_value()) return account.error();
    if (deposit > account->available_minor()) return refused("not_enough_money");
    const SavingsProduct product = product_meant(visit);
    const Account opened = open_account(visit, product);
    if (deposit > 0) {
        const Payee itself{in_locale(opened.name, visit.locale), opened.last4, opened.id};
        book_payment(visit, {*account, itself, deposit, reference_for("TR", visit.key)});
    }
    FactList facts("account record", visit.now);
    facts.add("savings_account.last4", opened.last4);
    facts.add("savings_account.name", in_locale(opened.name, visit.locale));
    if (const BankFact* rate = visit.bank.valid(product.rate_fact, visit.today())) {
        facts.from(rate->source);
        facts.add("savings_account.rate_percent", value_of(*rate, visit.locale));
    }
    facts.from("ledger");
    facts.add("account.balance", euros(balance_of(visit, account->id)));
    return facts.take();
}

}  // namespace parlance::dialogue::demo_bank
