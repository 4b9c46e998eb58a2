#include "dialogue/storage/demo_bank_look_ups.h"

namespace parlance::dialogue::demo_bank {
namespace {

LookUp customer_look_up() {
    return {{"customer",
             {"customer.first_name", "customer.name", "customer.email", "customer.phone", "customer.address",
              "customer.tier"},
             {}},
            look_up_customer};
}

std::vector<LookUp> account_look_ups() {
    return {
        {{"accounts",
          {"account.count", "account.N.name", "account.N.kind", "account.N.last4", "account.N.balance",
           "accounts.total"},
          {}},
         look_up_accounts},
        {{"account",
          {"account.name", "account.kind", "account.last4", "account.iban", "account.balance",
           "account.available", "account.overdraft_limit"},
          {}},
         look_up_account},
        {{"transactions",
          {"transaction.count", "transaction.total", "transaction.N.date", "transaction.N.merchant",
           "transaction.N.amount", "transaction.N.direction"},
          {}},
         look_up_transactions},
        {{"spending",
          {"spending.total", "spending.count", "spending.from", "spending.to", "category.count",
           "category.N.name", "category.N.amount"},
          {}},
         look_up_spending},
        {{"fees",
          {"fee.count", "fee.total", "fee.N.date", "fee.N.name", "fee.N.amount", "fee.latest.name",
           "fee.latest.amount", "fee.latest.date", "fee.latest.reason"},
          {}},
         look_up_fees},
        {{"dispute",
          {"dispute.matches", "dispute.N.merchant", "dispute.N.amount", "dispute.N.date", "dispute.merchant",
           "dispute.amount", "dispute.date", "dispute.transaction"},
          {}},
         look_up_dispute},
    };
}

std::vector<LookUp> payment_look_ups() {
    return {
        {{"payee", {"payee.matches", "payee.N.name", "payee.N.last4", "payee.name", "payee.last4"}, {}},
         look_up_payee},
        {{"cards", {"card.count", "card.N.kind", "card.N.last4", "card.N.status"}, {}}, look_up_cards},
        {{"card", {"card.kind", "card.last4", "card.status", "card.limit", "card.owed"}, {}}, look_up_card},
    };
}

std::vector<LookUp> wealth_look_ups() {
    return {
        {{"portfolio",
          {"portfolio.value", "portfolio.cost", "portfolio.gain", "portfolio.gain_percent",
           "portfolio.change_30_days", "portfolio.change_30_days_percent", "portfolio.equity_percent",
           "holding.count", "holding.N.fund", "holding.N.value", "holding.N.share_percent"},
          {}},
         look_up_portfolio},
        {{"retirement",
          {"goal.target", "goal.saved", "goal.by_year", "goal.gap", "goal.progress_percent",
           "goal.months_left", "goal.monthly_needed", "goal.projected", "goal.shortfall"},
          {}},
         look_up_retirement},
        {{"savings_goal", {"saving.monthly_needed", "saving.months"}, {"goal_target"}}, look_up_savings_goal},
        {{"loans",
          {"loan.count", "loan.total", "loan.N.kind", "loan.N.balance", "loan.N.rate_percent",
           "loan.N.monthly", "loan.N.ends"},
          {}},
         look_up_loans},
    };
}

std::vector<LookUp> service_look_ups() {
    return {
        {{"appointments",
          {"appointment.count", "appointment.N.date", "appointment.N.time", "appointment.N.topic",
           "appointment_slot.count", "appointment_slot.N.date", "appointment_slot.N.time"},
          {}},
         look_up_appointments},
        {{"appointment_slots",
          {"appointment_slot.count", "appointment_slot.N.date", "appointment_slot.N.time"},
          {}},
         look_up_appointment_slots},
        {{"profile",
          {"profile.age",
           "profile.tenure_years",
           "profile.monthly_income",
           "profile.monthly_spending",
           "profile.current_balance",
           "profile.savings_balance",
           "profile.investments_value",
           "profile.pension_value",
           "profile.loan_balance",
           "profile.mortgage_balance",
           "profile.goal_gap",
           "profile.reserve_months",
           "profile.equity_share_percent",
           "profile.unrealised_losses",
           "profile.mortgage_rate_percent",
           "profile.goal_months_left",
           "profile.fees_90_days",
           "profile.logins_30_days",
           "profile.preferred_hour",
           "profile.has_savings_account",
           "profile.has_investments",
           "profile.has_pension",
           "profile.has_mortgage",
           "profile.has_loan",
           "profile.has_credit_card",
           "profile.has_children",
           "profile.risk_tolerance",
           "profile.children",
           "profile.card_balance",
           "profile.marital",
           "profile.tier",
           "profile.language"},
          {}},
         look_up_profile},
    };
}

std::vector<LookUp> make_table() {
    std::vector<LookUp> table{customer_look_up()};
    for (const auto& group :
         {account_look_ups(), payment_look_ups(), wealth_look_ups(), service_look_ups()}) {
        table.insert(table.end(), group.begin(), group.end());
    }
    return table;
}

}  // namespace

const std::vector<LookUp>& look_up_table() {
    static const std::vector<LookUp> table = make_table();
    return table;
}

Outcome look_up_bank(const Visit& visit) {
    std::vector<nlg::Fact> facts;
    for (const BankFact& fact : visit.bank.all()) {
        if (!is_valid(fact, visit.today())) continue;
        facts.push_back({FactName{fact.name}, value_of(fact, visit.locale), fact.source, visit.now});
    }
    return facts;
}

Outcome look_up_bank_fact(const Visit& visit, const std::string& name) {
    const BankFact* fact = visit.bank.valid(name, visit.today());
    if (fact == nullptr) {
        return Error{ErrorCode::not_found,
                     "bank_facts.json has no fact \"" + name + "\" that holds on " + to_text(visit.today())};
    }
    return std::vector<nlg::Fact>{
        {FactName{fact->name}, value_of(*fact, visit.locale), fact->source, visit.now}};
}

}  // namespace parlance::dialogue::demo_bank
