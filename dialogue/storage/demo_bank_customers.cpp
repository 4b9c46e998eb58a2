#include <set>

#include "dialogue/storage/demo_bank_record_reader.h"
#include "dialogue/storage/demo_bank_records.h"

namespace parlance::dialogue::demo_bank {
namespace {

constexpr std::int64_t no_limit_minor = 0;

AccountRecord read_account(RecordReader& reader) {
    AccountRecord account;
    account.id = reader.text("id");
    account.kind = reader.word("kind", {"current", "savings", "joint", "fixed"});
    account.name = reader.local_text("name");
    account.last4 = reader.text("last4");
    account.balance_minor = reader.amount("balance");
    account.overdraft_minor = reader.amount_if_any("overdraft_limit").value_or(no_limit_minor);
    return account;
}

CardRecord read_card(RecordReader& reader) {
    CardRecord card;
    card.id = reader.text("id");
    card.kind = reader.word("kind", {"debit", "credit"});
    card.last4 = reader.text("last4");
    card.status = reader.word("status", {"active", "blocked", "ordered", "frozen"});
    card.limit_minor = reader.amount("limit");
    card.account = reader.text_or_none("account");
    card.owed_minor = reader.amount_if_any("owed");
    return card;
}

LoanRecord read_loan(RecordReader& reader) {
    LoanRecord loan;
    loan.id = reader.text("id");
    loan.kind = reader.word("kind", {"mortgage", "personal", "car"});
    loan.balance_minor = reader.amount("balance");
    loan.rate_percent = reader.number("rate_percent");
    loan.monthly_minor = reader.amount("monthly");
    loan.ends = reader.text("ends");
    return loan;
}

HoldingRecord read_holding(RecordReader& reader) {
    HoldingRecord holding;
    holding.fund = reader.text("fund");
    holding.kind =
        reader.word("kind", {"equity", "bond", "mixed", "property", "money_market", "sustainable_equity"});
    holding.value_minor = reader.amount("value");
    holding.cost_minor = reader.amount("cost");
    holding.value_30_days_ago_minor = reader.amount("value_30_days_ago");
    return holding;
}

GoalRecord read_goal(RecordReader& reader) {
    GoalRecord goal;
    goal.id = reader.text("id");
    goal.name = reader.local_text("name");
    goal.target_minor = reader.amount("target");
    goal.saved_minor = reader.amount("saved");
    goal.by_year = reader.integer("by_year", 2000, 2120);
    return goal;
}

HabitRecord read_habit(RecordReader& reader) {
    HabitRecord habit;
    habit.merchant = reader.text("merchant");
    habit.category = reader.text("category");
    habit.amount_minor = reader.amount("amount");
    habit.every_days = reader.integer("every_days", 1, 366);
    habit.spread_percent = reader.integer("spread_percent", 0, 100, 0);
    return habit;
}

OneOffRecord read_one_off(RecordReader& reader) {
    OneOffRecord one_off;
    one_off.days_ago = reader.integer("days_ago", 0, 3650);
    one_off.merchant = reader.text("merchant");
    one_off.category = reader.text("category");
    one_off.amount_minor = reader.amount("amount");
    return one_off;
}

BehaviourRecord read_behaviour(RecordReader& reader) {
    BehaviourRecord behaviour;
    behaviour.logins_30_days = reader.integer("logins_30_days", 0, 1000, 0);
    behaviour.logins_prev_30_days = reader.integer("logins_prev_30_days", 0, 1000, 0);
    behaviour.app_share = reader.number("app_share");
    behaviour.chat_topics = reader.texts("chat_topics");
    behaviour.article_reads = reader.texts("article_reads");
    behaviour.complaints_90_days = reader.integer("complaints_90_days", 0, 100, 0);
    behaviour.preferred_hour = reader.integer("preferred_hour", 0, 23, 12);
    return behaviour;
}

void read_money_habits(RecordReader& reader, CustomerRecord& customer) {
    reader.nested("salary", [&](RecordReader& salary) {
        customer.salary =
            SalaryRecord{salary.text("payer"), salary.amount("amount"), salary.integer("day", 1, 31)};
    });
    reader.each("standing_orders", [&](RecordReader& order) {
        customer.standing_orders.push_back({order.text("payee"), order.text("category"),
                                            order.amount("amount"), order.integer("day", 1, 31)});
    });
    reader.each("spending", [&](RecordReader& habit) { customer.habits.push_back(read_habit(habit)); });
    reader.each("events", [&](RecordReader& event) { customer.one_offs.push_back(read_one_off(event)); });
    reader.each("payees", [&](RecordReader& payee) {
        customer.payees.push_back({payee.text("name"), payee.text("last4")});
    });
}

void read_possessions(RecordReader& reader, CustomerRecord& customer) {
    reader.each("accounts",
                [&](RecordReader& account) { customer.accounts.push_back(read_account(account)); });
    reader.each("cards", [&](RecordReader& card) { customer.cards.push_back(read_card(card)); });
    reader.each("loans", [&](RecordReader& loan) { customer.loans.push_back(read_loan(loan)); });
    reader.each("holdings",
                [&](RecordReader& holding) { customer.holdings.push_back(read_holding(holding)); });
    reader.each("goals", [&](RecordReader& goal) { customer.goals.push_back(read_goal(goal)); });
    if (customer.accounts.empty()) reader.error("E0601", "accounts", "needs one account at least");
}

CustomerRecord read_customer(RecordReader& reader) {
    CustomerRecord customer;
    customer.id = reader.text("id");
    customer.name = reader.text("name");
    customer.first_name = reader.text("first_name");
    customer.born = reader.date("born");
    customer.since = reader.date("since");
    customer.language = reader.text("language");
    customer.email = reader.text("email");
    customer.phone = reader.text("phone");
    customer.address = reader.text("address");
    customer.marital = reader.text("marital");
    customer.children = reader.integer("children", 0, 20, 0);
    customer.tier = reader.text("tier");
    customer.risk_questionnaire = reader.text_or_none("risk_questionnaire");
    read_money_habits(reader, customer);
    read_possessions(reader, customer);
    reader.nested("behaviour", [&](RecordReader& nested) { customer.behaviour = read_behaviour(nested); });
    return customer;
}

// Ids name rows: each must be there once only, over all customers.
void check_ids(const std::vector<CustomerRecord>& customers, const PackFile& file, Findings& findings) {
    std::set<std::string> seen;
    const auto check = [&](const std::string& id) {
        if (seen.insert(id).second) return;
        findings.error("E0602", file.path, file.root.position, "the id \"" + id + "\" is given twice");
    };
    for (const CustomerRecord& customer : customers) {
        check(customer.id);
        for (const AccountRecord& account : customer.accounts) check(account.id);
        for (const CardRecord& card : customer.cards) check(card.id);
        for (const LoanRecord& loan : customer.loans) check(loan.id);
    }
}

}  // namespace

const std::string& in_locale(const LocalText& text, const Locale& locale) {
    return locale.tag.starts_with("de") ? text.de : text.en;
}

Money euros(std::int64_t minor_units) {
    return {minor_units, CurrencyCode{"EUR"}};
}

std::vector<CustomerRecord> read_customers(const PackFile& file, Findings& findings) {
    std::vector<CustomerRecord> customers;
    RecordReader reader(file.root, file.path, findings);
    reader.text_or_none("as_of");
    reader.each("customers", [&](RecordReader& customer) { customers.push_back(read_customer(customer)); });
    reader.finish();
    check_ids(customers, file, findings);
    if (customers.empty()) reader.error("E0601", "customers", "names no customer");
    return customers;
}

}  // namespace parlance::dialogue::demo_bank
