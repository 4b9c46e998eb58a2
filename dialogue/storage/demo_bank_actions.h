#pragma once

#include <vector>

#include "dialogue/storage/demo_bank_visit.h"

// What the demo bank does on a customer's behalf, as docs/demo_bank.md lists it. Each runs inside one SQLite
// transaction and fails with refused (a reason code; its changes are rolled back) or bad_request (a slot is
// missing).
namespace parlance::dialogue::demo_bank {

struct BankAction {
    HostCapability capability;
    Outcome (*run)(const Visit& visit);
};

const std::vector<BankAction>& action_table();

Outcome perform_transfer(const Visit& visit);
Outcome perform_schedule_transfer(const Visit& visit);
Outcome perform_standing_order(const Visit& visit);
Outcome perform_open_savings(const Visit& visit);

Outcome perform_block_card(const Visit& visit);
Outcome perform_freeze_card(const Visit& visit);
Outcome perform_unfreeze_card(const Visit& visit);
Outcome perform_activate_card(const Visit& visit);
Outcome perform_change_card_limit(const Visit& visit);

Outcome perform_open_dispute(const Visit& visit);
Outcome perform_refund_fee(const Visit& visit);

Outcome perform_book_appointment(const Visit& visit);
Outcome perform_move_appointment(const Visit& visit);
Outcome perform_cancel_appointment(const Visit& visit);

Outcome perform_update_details(const Visit& visit);
Outcome perform_set_retirement_goal(const Visit& visit);
Outcome perform_request_statement(const Visit& visit);
Outcome perform_request_callback(const Visit& visit);
Outcome perform_record_complaint(const Visit& visit);

// The amount in this slot. Fails with bad_request (no amount), refused wrong_currency (not EUR) or bad_amount
// (nothing, negative, or beyond all reason).
Result<std::int64_t> amount_in(const Visit& visit, std::string_view slot);

}  // namespace parlance::dialogue::demo_bank
