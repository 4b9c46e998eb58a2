#include "dialogue/storage/demo_bank_actions.h"

#include "dialogue/storage/demo_bank_slots.h"

namespace parlance::dialogue::demo_bank {
namespace {

std::vector<BankAction> payment_actions() {
    return {
        {{"transfer",
          {"transfer.reference", "transfer.amount", "transfer.payee", "transfer.last4",
           "transfer.balance_after", "transfer.arrival_date"},
          {"payee", "amount"}},
         perform_transfer},
        {{"schedule_transfer",
          {"transfer.reference", "transfer.amount", "transfer.payee", "transfer.last4", "transfer.date"},
          {"payee", "amount", "date"}},
         perform_schedule_transfer},
        {{"standing_order",
          {"standing_order.reference", "standing_order.first_date"},
          {"payee", "amount", "day_of_month"}},
         perform_standing_order},
        {{"open_savings",
          {"savings_account.last4", "savings_account.name", "savings_account.rate_percent",
           "account.balance"},
          {}},
         perform_open_savings},
    };
}

std::vector<BankAction> card_actions() {
    return {
        {{"block_card", {"card.last4", "card.kind", "replacement.reference", "replacement.arrival_date"}, {}},
         perform_block_card},
        {{"freeze_card", {"card.last4", "card.kind", "card.status"}, {}}, perform_freeze_card},
        {{"unfreeze_card", {"card.last4", "card.kind", "card.status"}, {}}, perform_unfreeze_card},
        {{"activate_card", {"card.last4", "card.kind", "card.status"}, {}}, perform_activate_card},
        {{"change_card_limit", {"card.last4", "card.kind", "card.limit"}, {"limit"}},
         perform_change_card_limit},
    };
}

std::vector<BankAction> claim_actions() {
    return {
        {{"open_dispute",
          {"dispute.reference", "dispute.amount", "dispute.merchant", "dispute.decision_date"},
          {}},
         perform_open_dispute},
        {{"refund_fee", {"fee.refunded_amount", "fee.reference", "account.balance"}, {}}, perform_refund_fee},
        {{"record_complaint", {"complaint.reference", "complaint.answer_date"}, {"complaint"}},
         perform_record_complaint},
    };
}

std::vector<BankAction> service_actions() {
    return {
        {{"book_appointment",
          {"appointment.reference", "appointment.date", "appointment.time", "appointment.topic"},
          {"appointment_day"}},
         perform_book_appointment},
        {{"move_appointment",
          {"appointment.reference", "appointment.date", "appointment.time", "appointment.topic"},
          {"appointment_day"}},
         perform_move_appointment},
        {{"cancel_appointment",
          {"appointment.reference", "appointment.date", "appointment.time", "appointment.topic"},
          {}},
         perform_cancel_appointment},
        {{"update_details", {"details.field", "details.new_value"}, {"field", "new_value"}},
         perform_update_details},
        {{"set_retirement_goal",
          {"goal.by_year", "goal.monthly_amount", "goal.projected"},
          {"retirement_age", "monthly_amount"}},
         perform_set_retirement_goal},
        {{"request_statement", {"statement.reference", "statement.period"}, {}}, perform_request_statement},
        {{"request_callback", {"callback.reference"}, {}}, perform_request_callback},
    };
}

std::vector<BankAction> make_table() {
    std::vector<BankAction> table;
    for (const auto& group : {payment_actions(), card_actions(), claim_actions(), service_actions()}) {
        table.insert(table.end(), group.begin(), group.end());
    }
    return table;
}

}  // namespace

const std::vector<BankAction>& action_table() {
    static const std::vector<BankAction> table = make_table();
    return table;
}

Result<std::int64_t> amount_in(const Visit& visit, std::string_view slot) {
    const auto money = money_slot(visit.slots, slot);
    if (!money.has_value()) return missing_slot(slot);
    if (money->currency.letters != "EUR") return refused("wrong_currency");
    if (money->minor_units <= 0 || money->minor_units > largest_amount_minor) return refused("bad_amount");
    return money->minor_units;
}

}  // namespace parlance::dialogue::demo_bank
