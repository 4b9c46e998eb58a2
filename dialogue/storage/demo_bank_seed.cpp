#include "dialogue/storage/demo_bank_seed.h"

#include "dialogue/storage/demo_bank_dice.h"
#include "dialogue/storage/demo_bank_history.h"
#include "dialogue/storage/demo_bank_statement.h"

namespace parlance::dialogue::demo_bank {
namespace {

// Runs a statement once with these values.
template <typename... Values>
void insert(SQLite::Statement& statement, const Values&... values) {
    SQLite::bind(statement, values...);
    statement.exec();
    statement.reset();
    statement.clearBindings();
}

// Writes customer after customer, each statement prepared once.
class Seeder {
public:
    Seeder(SQLite::Database& database, const CalendarDate& today) : database_(database), today_(today) {}

    void write(const CustomerRecord& customer) {
        write_person(customer);
        write_accounts(customer);
        write_cards(customer);
        write_wealth(customer);
        for (const NewEntry& entry : make_history(customer, today_)) {
            insert(entry_, entry.account, to_rfc3339(entry.at), entry.merchant, entry.category,
                   entry.amount_minor, entry.reference);
        }
    }

private:
    void write_person(const CustomerRecord& customer) {
        const BehaviourRecord& behaviour = customer.behaviour;
        insert(customer_, customer.id, customer.name, customer.first_name, to_text(customer.born),
               to_text(customer.since), customer.language, customer.email, customer.phone, customer.address,
               customer.marital, customer.children, customer.tier, customer.risk_questionnaire,
               behaviour.logins_30_days, behaviour.logins_prev_30_days, behaviour.app_share,
               behaviour.complaints_90_days, behaviour.preferred_hour);
        write_interests(customer.id, "chat", behaviour.chat_topics);
        write_interests(customer.id, "article", behaviour.article_reads);
        for (const PayeeRecord& payee : customer.payees) insert(payee_, customer.id, payee.name, payee.last4);
    }

    void write_interests(const std::string& customer, const char* kind,
                         const std::vector<std::string>& topics) {
        int position = 0;
        for (const std::string& topic : topics) insert(interest_, customer, ++position, kind, topic);
    }

    void write_accounts(const CustomerRecord& customer) {
        int position = 0;
        for (const AccountRecord& account : customer.accounts) {
            insert(account_, account.id, customer.id, ++position, account.kind, account.name.en,
                   account.name.de, account.last4, make_iban(account.id, account.last4),
                   account.overdraft_minor);
        }
        const std::string& payer = customer.accounts[everyday_account(customer.accounts)].id;
        int number = 0;
        for (const StandingOrderRecord& order : customer.standing_orders) {
            const std::string reference = reference_for("SO", customer.id + "/" + std::to_string(++number));
            insert(order_, reference, customer.id, payer, order.payee, order.category, order.amount_minor,
                   order.day);
        }
    }

    void write_cards(const CustomerRecord& customer) {
        int position = 0;
        for (const CardRecord& card : customer.cards) {
            SQLite::bind(card_, card.id, customer.id, ++position, card.kind, card.last4, card.status,
                         card.limit_minor, card.account);
            if (card.owed_minor.has_value()) card_.bind(9, *card.owed_minor);
            card_.exec();
            card_.reset();
            card_.clearBindings();
        }
    }

    void write_wealth(const CustomerRecord& customer) {
        for (const LoanRecord& loan : customer.loans) {
            insert(loan_, loan.id, customer.id, loan.kind, loan.balance_minor, loan.rate_percent,
                   loan.monthly_minor, loan.ends);
        }
        for (const HoldingRecord& holding : customer.holdings) {
            insert(holding_, customer.id, holding.fund, holding.kind, holding.value_minor, holding.cost_minor,
                   holding.value_30_days_ago_minor);
        }
        for (const GoalRecord& goal : customer.goals) {
            insert(goal_, customer.id, goal.id, goal.name.en, goal.name.de, goal.target_minor,
                   goal.saved_minor, goal.by_year);
        }
    }

    SQLite::Database& database_;
    CalendarDate today_;
    SQLite::Statement customer_{
        database_,
        "INSERT INTO customers VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULLIF(?, ''), ?, ?, ?, ?, ?)"};
    SQLite::Statement interest_{database_, "INSERT INTO interests VALUES(?, ?, ?, ?)"};
    SQLite::Statement payee_{database_, "INSERT INTO payees(customer, name, last4) VALUES(?, ?, ?)"};
    SQLite::Statement account_{database_, "INSERT INTO accounts VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    SQLite::Statement order_{database_, "INSERT INTO standing_orders VALUES(?, ?, ?, ?, ?, ?, ?)"};
    SQLite::Statement card_{database_, "INSERT INTO cards VALUES(?, ?, ?, ?, ?, ?, ?, NULLIF(?, ''), ?)"};
    SQLite::Statement loan_{database_, "INSERT INTO loans VALUES(?, ?, ?, ?, ?, ?, ?)"};
    SQLite::Statement holding_{database_, "INSERT INTO holdings VALUES(?, ?, ?, ?, ?, ?)"};
    SQLite::Statement goal_{database_, "INSERT INTO goals VALUES(?, ?, ?, ?, ?, ?, ?, NULL)"};
    SQLite::Statement entry_{database_,
                             "INSERT INTO entries(account, at, merchant, category, amount_minor, reference) "
                             "VALUES(?, ?, ?, ?, ?, ?)"};
};

}  // namespace

void seed(SQLite::Database& database, const std::vector<CustomerRecord>& customers,
          const CalendarDate& today) {
    Seeder seeder(database, today);
    for (const CustomerRecord& customer : customers) seeder.write(customer);
}

std::string make_iban(const std::string& account_id, const std::string& last4) {
    // No German bank code begins with 9: this account can be nobody's.
    const std::string bank_code = "99012034";
    std::string account_number = std::to_string(scramble(account_id) % 1000000);
    account_number.insert(0, 6 - account_number.size(), '0');
    const std::string basic = bank_code + account_number + last4;
    int remainder = 0;
    for (const char digit : basic + "131400") remainder = (remainder * 10 + (digit - '0')) % 97;
    const int check = 98 - remainder;
    const std::string plain = "DE" + std::string(check < 10 ? "0" : "") + std::to_string(check) + basic;
    std::string printed;
    for (std::size_t at = 0; at < plain.size(); at += 4)
        printed += (at == 0 ? "" : " ") + plain.substr(at, 4);
    return printed;
}

}  // namespace parlance::dialogue::demo_bank
