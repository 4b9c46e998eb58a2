#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "intents/calendar_date.h"
#include "intents/clock.h"
#include "intents/findings.h"
#include "intents/locale.h"
#include "intents/money.h"
#include "intents/pack_source.h"
#include "intents/slot_value.h"

// The demo bank's content as the pack writes it. Amounts are minor units of EUR throughout.
namespace parlance::dialogue::demo_bank {

// A name in the bank's two languages.
struct LocalText {
    std::string en;
    std::string de;
};

// The text in the locale's language; English for any language but German.
const std::string& in_locale(const LocalText& text, const Locale& locale);

Money euros(std::int64_t minor_units);

struct SalaryRecord {
    std::string payer;
    std::int64_t amount_minor = 0;
    int day = 1;  // of the month; the last one where a month is shorter
};

struct AccountRecord {
    std::string id;
    std::string kind;  // current, savings, joint, fixed
    LocalText name;
    std::string last4;
    std::int64_t balance_minor = 0;
    std::int64_t overdraft_minor = 0;
};

struct CardRecord {
    std::string id;
    std::string kind;  // debit, credit
    std::string last4;
    std::string status;  // active, blocked, ordered; frozen comes by an action
    std::int64_t limit_minor = 0;
    std::string account;  // empty when the pack names none
    std::optional<std::int64_t> owed_minor;
};

struct LoanRecord {
    std::string id;
    std::string kind;  // mortgage, personal, car
    std::int64_t balance_minor = 0;
    double rate_percent = 0;
    std::int64_t monthly_minor = 0;
    std::string ends;  // "2041-06-30", "2041-06" or "2041"
};

struct HoldingRecord {
    std::string fund;
    std::string kind;  // equity, bond, mixed, property, money_market, sustainable_equity
    std::int64_t value_minor = 0;
    std::int64_t cost_minor = 0;
    std::int64_t value_30_days_ago_minor = 0;
};

struct GoalRecord {
    std::string id;  // "retirement", ...
    LocalText name;
    std::int64_t target_minor = 0;
    std::int64_t saved_minor = 0;
    int by_year = 0;
};

struct StandingOrderRecord {
    std::string payee;
    std::string category;
    std::int64_t amount_minor = 0;
    int day = 1;
};

// Something bought again and again: about every `every_days`, for about `amount_minor`.
struct HabitRecord {
    std::string merchant;
    std::string category;
    std::int64_t amount_minor = 0;
    int every_days = 7;
    int spread_percent = 0;
};

// A single entry, counted back from the day of seeding.
struct OneOffRecord {
    int days_ago = 1;
    std::string merchant;
    std::string category;
    std::int64_t amount_minor = 0;
};

struct PayeeRecord {
    std::string name;
    std::string last4;
};

struct BehaviourRecord {
    int logins_30_days = 0;
    int logins_prev_30_days = 0;
    double app_share = 1;  // of logins, 0..1; the rest come over the web
    std::vector<std::string> chat_topics;
    std::vector<std::string> article_reads;
    int complaints_90_days = 0;
    int preferred_hour = 12;  // UTC
};

struct CustomerRecord {
    std::string id;
    std::string name;
    std::string first_name;
    CalendarDate born;
    CalendarDate since;
    std::string language;
    std::string email;
    std::string phone;
    std::string address;
    std::string marital;
    int children = 0;
    std::string tier;
    std::optional<SalaryRecord> salary;
    std::vector<AccountRecord> accounts;
    std::vector<CardRecord> cards;
    std::vector<LoanRecord> loans;
    std::vector<HoldingRecord> holdings;
    std::vector<GoalRecord> goals;
    std::vector<StandingOrderRecord> standing_orders;
    std::vector<HabitRecord> habits;
    std::vector<OneOffRecord> one_offs;
    std::vector<PayeeRecord> payees;
    BehaviourRecord behaviour;
    std::string risk_questionnaire;  // empty when never answered
};

// Reads demo_bank/customers.json. Findings: those of ObjectReader, and E0601 for an amount, a date, a
// number or a card's status that cannot be, E0602 for an id given twice. Returns what could be read.
std::vector<CustomerRecord> read_customers(const PackFile& file, Findings& findings);

// One published figure or text of the bank.
struct BankFact {
    std::string name;                         // "bank.instant_savings_rate"
    std::map<std::string, SlotValue> values;  // by language; "any" serves all
    std::string source;
    std::optional<CalendarDate> valid_until;  // the last day it holds; nothing: until further notice
};

// All published facts, in the file's order. Immutable.
class BankFacts {
public:
    BankFacts() = default;
    explicit BankFacts(std::vector<BankFact> facts) : facts_(std::move(facts)) {}

    const std::vector<BankFact>& all() const { return facts_; }
    // The fact of this name when it holds on `today`; nullptr otherwise.
    const BankFact* valid(const std::string& name, const CalendarDate& today) const;
    // A valid whole number above zero (days, months); `otherwise` when there is none.
    int count_or(const std::string& name, const CalendarDate& today, int otherwise) const;

private:
    std::vector<BankFact> facts_;
};

// The value in the locale's language.
const SlotValue& value_of(const BankFact& fact, const Locale& locale);
bool is_valid(const BankFact& fact, const CalendarDate& today);

// Reads bank_facts.json. Findings: those of ObjectReader, and E0603 for a value that does not
// fit its type, a name that does not begin with "bank.", or one given twice.
BankFacts read_bank_facts(const PackFile& file, Findings& findings);

}  // namespace parlance::dialogue::demo_bank
