#include <algorithm>

#include "dialogue/storage/demo_bank_actions.h"
#include "dialogue/storage/demo_bank_calendar.h"
#include "dialogue/storage/demo_bank_dice.h"
#include "dialogue/storage/demo_bank_disputes.h"
#include "dialogue/storage/demo_bank_slots.h"
#include "dialogue/storage/demo_bank_statement.h"

namespace parlance::dialogue::demo_bank {
namespace {

constexpr int default_decision_days = 30;
constexpr int default_answer_days = 15;
constexpr int fee_days = 90;
constexpr int months_between_refunds = 12;
const CalendarDate beginning{std::chrono::year(1970) / 1 / 1};

bool is_disputed(const Visit& visit, const Entry& entry) {
    return prepared(visit.database, "SELECT 1 FROM disputes WHERE entry = ?", entry.id).executeStep();
}

std::vector<Entry> entry_with_id(const Visit& visit, std::int64_t id) {
    return only(entries_of(visit, {beginning, visit.today()}),
                [&](const Entry& entry) { return entry.id == id && entry.amount_minor < 0; });
}

// The entry meant, the newest when several are one payment charged twice.
Result<Entry> entry_to_dispute(const Visit& visit) {
    const auto id = integer_slot(visit.slots, "dispute_transaction");
    std::vector<Entry> entries =
        id.has_value() ? entry_with_id(visit, *id) : disputable_entries(visit, {beginning, visit.today()});
    if (entries.empty()) return refused("no_such_transaction");
    if (!look_alike(entries)) return refused("ambiguous_transaction");
    std::erase_if(entries, [&](const Entry& entry) { return is_disputed(visit, entry); });
    if (entries.empty()) return refused("already_disputed");
    if (date_of(entries.front().at) < dispute_window(visit).first) return refused("too_old");
    return std::move(entries.front());
}

std::optional<Entry> refundable_fee(const Visit& visit) {
    const std::vector<Entry> fees = only(entries_of(visit, last_days(visit, fee_days)),
                                         [](const Entry& entry) { return entry.is_fee(); });
    return fees.empty() ? std::nullopt : std::optional(fees.front());
}

bool had_refund(const Visit& visit) {
    const CalendarDate since = plus_months(visit.today(), -months_between_refunds);
    return prepared(visit.database, "SELECT 1 FROM fee_refunds WHERE customer = ? AND at >= ?",
                    visit.customer.text, to_text(since))
        .executeStep();
}

}  // namespace

Outcome perform_open_dispute(const Visit& visit) {
    const auto entry = entry_to_dispute(visit);
    if (!entry.has_value()) return entry.error();
    const std::string reference = reference_for("DI", visit.key);
    execute(visit.database, "INSERT INTO disputes VALUES(?, ?, ?, ?, ?)", reference, visit.customer.text,
            entry->id, text_slot(visit.slots, "reason").value_or(""), to_rfc3339(visit.now));
    const int days = visit.bank.count_or("bank.dispute_decision_days", visit.today(), default_decision_days);
    FactList facts("dispute record", visit.now);
    facts.add("dispute.reference", reference);
    facts.add("dispute.amount", euros(-entry->amount_minor));
    facts.add("dispute.merchant", entry->merchant);
    facts.add("dispute.decision_date", plus_days(visit.today(), days));
    return facts.take();
}

Outcome perform_refund_fee(const Visit& visit) {
    const auto fee = refundable_fee(visit);
    if (!fee.has_value()) return refused("no_fee");
    if (had_refund(visit)) return refused("already_refunded_this_year");
    const std::string reference = reference_for("FR", visit.key);
    book(visit, {fee->account, visit.now, fee->merchant, "fee_refund", -fee->amount_minor, reference});
    execute(visit.database, "INSERT INTO fee_refunds VALUES(?, ?, ?, ?, ?)", reference, visit.customer.text,
            fee->id, -fee->amount_minor, to_rfc3339(visit.now));
    FactList facts("ledger", visit.now);
    facts.add("fee.refunded_amount", euros(-fee->amount_minor));
    facts.add("fee.reference", reference);
    facts.add("account.balance", euros(balance_of(visit, fee->account)));
    return facts.take();
}

Outcome perform_record_complaint(const Visit& visit) {
    const auto words = text_slot(visit.slots, "complaint");
    if (!words.has_value()) return missing_slot("complaint");
    const std::string reference = reference_for("CO", visit.key);
    execute(visit.database, "INSERT INTO requests VALUES(?, ?, 'complaint', ?, ?)", reference,
            visit.customer.text, *words, to_rfc3339(visit.now));
    const int days = visit.bank.count_or("bank.complaint_answer_days", visit.today(), default_answer_days);
    FactList facts("complaint record", visit.now);
    facts.add("complaint.reference", reference);
    facts.add("complaint.answer_date", plus_days(visit.today(), days));
    return facts.take();
}

}  // namespace parlance::dialogue::demo_bank
