#pragma once

#include <optional>
#include <vector>

#include "dialogue/storage/demo_bank_ledger.h"
#include "dialogue/storage/demo_bank_visit.h"

// The questions that the demo bank answers, as docs/demo_bank.md lists them. Each fails with not_found when
// the thing asked for does not exist; an empty list is an answer, not a failure.
namespace parlance::dialogue::demo_bank {

struct LookUp {
    HostCapability capability;
    Outcome (*run)(const Visit& visit);
};

// All look-ups but those of the price list, whose names come from the pack.
const std::vector<LookUp>& look_up_table();

Outcome look_up_customer(const Visit& visit);
Outcome look_up_accounts(const Visit& visit);
Outcome look_up_account(const Visit& visit);

Outcome look_up_transactions(const Visit& visit);
Outcome look_up_spending(const Visit& visit);
Outcome look_up_fees(const Visit& visit);
Outcome look_up_dispute(const Visit& visit);

Outcome look_up_payee(const Visit& visit);
Outcome look_up_cards(const Visit& visit);
Outcome look_up_card(const Visit& visit);

Outcome look_up_portfolio(const Visit& visit);
Outcome look_up_retirement(const Visit& visit);
Outcome look_up_savings_goal(const Visit& visit);
Outcome look_up_loans(const Visit& visit);

Outcome look_up_appointments(const Visit& visit);
Outcome look_up_appointment_slots(const Visit& visit);

Outcome look_up_profile(const Visit& visit);

// The whole price list as far as it holds today.
Outcome look_up_bank(const Visit& visit);
// One fact of it; fails with not_found when it is unknown or has expired.
Outcome look_up_bank_fact(const Visit& visit, const std::string& name);

}  // namespace parlance::dialogue::demo_bank
