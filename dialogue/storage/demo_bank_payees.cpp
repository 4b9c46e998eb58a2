#include "dialogue/storage/demo_bank_payees.h"

#include "dialogue/storage/demo_bank_ledger.h"
#include "dialogue/storage/demo_bank_look_ups.h"
#include "dialogue/storage/demo_bank_matching.h"
#include "dialogue/storage/demo_bank_slots.h"
#include "dialogue/storage/demo_bank_statement.h"

namespace parlance::dialogue::demo_bank {
namespace {

std::vector<Payee> saved_payees(const Visit& visit) {
    SQLite::Statement rows = prepared(
        visit.database, "SELECT name, last4 FROM payees WHERE customer = ? ORDER BY id", visit.customer.text);
    std::vector<Payee> payees;
    while (rows.executeStep())
        payees.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(), {}});
    return payees;
}

std::vector<Payee> chosen(const std::vector<Payee>& payees, const std::vector<std::size_t>& indices) {
    std::vector<Payee> found;
    for (const std::size_t index : indices) found.push_back(payees[index]);
    return found;
}

}  // namespace

std::vector<Payee> find_payees(const Visit& visit, std::string_view words) {
    const std::vector<Payee> payees = saved_payees(visit);
    std::vector<std::string> names;
    for (const Payee& payee : payees) names.push_back(payee.name);
    const auto matches = match_names(words, names);
    if (!matches.empty()) return chosen(payees, matches);
    const auto own = find_account(accounts_of(visit), words);
    if (own.has_value() && own->is_open()) {
        return {{in_locale(own->name, visit.locale), own->last4, own->id}};
    }
    return chosen(payees, match_misspelt(words, names));
}

Outcome look_up_payee(const Visit& visit) {
    const auto words = text_slot(visit.slots, "payee");
    const std::vector<Payee> payees = words.has_value() ? find_payees(visit, *words) : saved_payees(visit);
    FactList facts("list of payees", visit.now);
    facts.add("payee.matches", static_cast<std::int64_t>(payees.size()));
    for (std::size_t index = 0; index < std::min(payees.size(), list_limit); ++index) {
        facts.add("payee", index + 1, "name", payees[index].name);
        facts.add("payee", index + 1, "last4", payees[index].last4);
    }
    if (payees.size() == 1) {
        facts.add("payee.name", payees.front().name);
        facts.add("payee.last4", payees.front().last4);
    }
    return facts.take();
}

}  // namespace parlance::dialogue::demo_bank
