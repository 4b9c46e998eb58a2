#include <algorithm>
#include <cmath>
#include <set>

#include "dialogue/storage/demo_bank_calendar.h"
#include "dialogue/storage/demo_bank_cards.h"
#include "dialogue/storage/demo_bank_look_ups.h"
#include "dialogue/storage/demo_bank_statement.h"
#include "dialogue/storage/demo_bank_wealth.h"

namespace parlance::dialogue::demo_bank {
namespace {

constexpr int fee_days = 90;
constexpr int averaged_months = 3;

double in_euros(std::int64_t minor) {
    return static_cast<double>(minor) / 100.0;
}

// The three whole calendar months before this one.
DateRange averaged_period(const CalendarDate& today) {
    const CalendarDate first_of_month = day_in_month(today.day.year() / today.day.month(), 1);
    return {plus_months(first_of_month, -averaged_months), plus_days(first_of_month, -1)};
}

// A month's income: the salary; without one, what came in as income or from the family.
std::int64_t monthly_income(const std::vector<Entry>& entries) {
    std::int64_t salary = 0;
    std::int64_t other = 0;
    for (const Entry& entry : entries) {
        if (entry.amount_minor <= 0) continue;
        if (entry.category == "salary") salary += entry.amount_minor;
        if (entry.category == "income" || entry.category == "family_support") other += entry.amount_minor;
    }
    return (salary > 0 ? salary : other) / averaged_months;
}

std::int64_t monthly_spending(const std::vector<Entry>& entries) {
    std::int64_t total = 0;
    for (const Entry& entry : entries) {
        if (entry.is_spending()) total -= entry.amount_minor;
    }
    return total / averaged_months;
}

std::int64_t balance_of_kinds(const std::vector<Account>& accounts, const std::set<std::string>& kinds) {
    std::int64_t total = 0;
    for (const Account& account : accounts) {
        if (kinds.contains(account.kind)) total += account.balance_minor;
    }
    return total;
}

bool has_kind(const std::vector<Account>& accounts, const std::set<std::string>& kinds) {
    return std::any_of(accounts.begin(), accounts.end(),
                       [&](const Account& account) { return kinds.contains(account.kind); });
}

Result<std::monostate> add_person(const Visit& visit, FactList& facts) {
    SQLite::Statement row = prepared(visit.database,
                                     "SELECT born, since, children, COALESCE(risk_questionnaire, ''),"
                                     " logins_30_days, preferred_hour, marital, tier, language"
                                     " FROM customers WHERE id = ?",
                                     visit.customer.text);
    if (!row.executeStep()) return nothing_found("record");
    const auto born = parse_date(row.getColumn(0).getString());
    const auto since = parse_date(row.getColumn(1).getString());
    facts.from("customer record");
    if (born.has_value()) facts.add("profile.age", static_cast<double>(years_between(*born, visit.today())));
    if (since.has_value()) {
        facts.add("profile.tenure_years", static_cast<double>(years_between(*since, visit.today())));
    }
    facts.add("profile.children", row.getColumn(2).getDouble());
    facts.add("profile.has_children", row.getColumn(2).getInt() > 0);
    const std::string risk = row.getColumn(3).getString();
    if (!risk.empty()) facts.add("profile.risk_tolerance", risk);
    facts.add("profile.logins_30_days", row.getColumn(4).getDouble());
    facts.add("profile.preferred_hour", row.getColumn(5).getDouble());
    facts.add("profile.marital", row.getColumn(6).getString());
    facts.add("profile.tier", row.getColumn(7).getString());
    facts.add("profile.language", row.getColumn(8).getString());
    return std::monostate{};
}

void add_money(const Visit& visit, FactList& facts) {
    const std::vector<Account> accounts = accounts_of(visit);
    const std::vector<Entry> months = entries_of(visit, averaged_period(visit.today()));
    const std::int64_t spending = monthly_spending(months);
    const std::int64_t liquid = balance_of_kinds(accounts, {"current", "joint", "savings"});
    std::int64_t fees = 0;
    for (const Entry& entry : entries_of(visit, last_days(visit, fee_days))) {
        if (entry.is_fee()) fees -= entry.amount_minor;
    }
    facts.from("ledger");
    facts.add("profile.monthly_income", in_euros(monthly_income(months)));
    facts.add("profile.monthly_spending", in_euros(spending));
    facts.add("profile.current_balance", in_euros(balance_of_kinds(accounts, {"current", "joint"})));
    facts.add("profile.savings_balance", in_euros(balance_of_kinds(accounts, {"savings", "fixed"})));
    facts.add("profile.fees_90_days", in_euros(fees));
    if (spending > 0) {
        const double months_covered = static_cast<double>(liquid) / static_cast<double>(spending);
        facts.add("profile.reserve_months", std::max(0.0, std::round(months_covered * 10.0) / 10.0));
    }
    facts.add("profile.has_savings_account", has_kind(accounts, {"savings", "fixed"}));
}

// What the holdings that stand below their cost have lost.
std::int64_t unrealised_losses(const std::vector<Holding>& holdings) {
    std::int64_t lost = 0;
    for (const Holding& holding : holdings)
        lost += std::max<std::int64_t>(0, holding.cost_minor - holding.value_minor);
    return lost;
}

void add_wealth(const Visit& visit, FactList& facts) {
    const std::vector<Holding> holdings = holdings_of(visit);
    std::int64_t invested = 0;
    for (const Holding& holding : holdings) invested += holding.value_minor;
    facts.from("securities account");
    facts.add("profile.investments_value", in_euros(invested));
    facts.add("profile.has_investments", !holdings.empty());
    if (!holdings.empty()) facts.add("profile.equity_share_percent", equity_percent(holdings));
    facts.add("profile.unrealised_losses", in_euros(unrealised_losses(holdings)));
    const auto goal = retirement_goal_of(visit);
    facts.from("retirement goal");
    facts.add("profile.pension_value", in_euros(goal.has_value() ? goal->saved_minor : 0));
    facts.add("profile.has_pension", goal.has_value() && goal->saved_minor > 0);
    if (goal.has_value()) {
        facts.add("profile.goal_gap",
                  in_euros(std::max<std::int64_t>(0, goal->target_minor - goal->saved_minor)));
        facts.add("profile.goal_months_left",
                  static_cast<double>(months_until_end_of(goal->by_year, visit.today())));
    }
}

void add_debts(const Visit& visit, FactList& facts) {
    std::int64_t mortgages = 0;
    std::int64_t others = 0;
    facts.from("loan account");
    for (const Loan& loan : loans_of(visit)) {
        (loan.kind == "mortgage" ? mortgages : others) += loan.balance_minor;
        if (loan.kind != "mortgage") continue;
        facts.add("profile.mortgage_rate_percent", loan.rate_percent);
    }
    facts.add("profile.mortgage_balance", in_euros(mortgages));
    facts.add("profile.loan_balance", in_euros(others));
    facts.add("profile.has_mortgage", mortgages > 0);
    facts.add("profile.has_loan", others > 0);
    const std::vector<Card> cards = cards_of(visit);
    std::int64_t owed = 0;
    for (const Card& card : cards) owed += card.owed_minor.value_or(0);
    facts.from("card record");
    facts.add("profile.card_balance", in_euros(owed));
    facts.add("profile.has_credit_card", std::any_of(cards.begin(), cards.end(),
                                                     [](const Card& card) { return card.kind == "credit"; }));
}

}  // namespace

Outcome look_up_profile(const Visit& visit) {
    FactList facts("customer record", visit.now);
    if (const auto person = add_person(visit, facts); !person.has_value()) return person.error();
    add_money(visit, facts);
    add_wealth(visit, facts);
    add_debts(visit, facts);
    return facts.take();
}

}  // namespace parlance::dialogue::demo_bank
