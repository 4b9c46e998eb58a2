#include "dialogue/storage/demo_bank_disputes.h"

#include <algorithm>

#include "dialogue/storage/demo_bank_calendar.h"
#include "dialogue/storage/demo_bank_look_ups.h"
#include "dialogue/storage/demo_bank_matching.h"
#include "dialogue/storage/demo_bank_slots.h"

namespace parlance::dialogue::demo_bank {
namespace {

constexpr int default_days = 30;
constexpr int days_of_doubt = 3;
constexpr int double_charge_days = 7;
constexpr int default_deadline_months = 13;

std::vector<Entry> on_days(const std::vector<Entry>& entries, const DateRange& days) {
    return only(entries, [&](const Entry& entry) {
        const CalendarDate date = date_of(entry.at);
        return days.first <= date && date <= days.last;
    });
}

std::vector<Entry> on_about(const std::vector<Entry>& entries, const DateRange& days) {
    std::vector<Entry> found = on_days(entries, days);
    if (!found.empty()) return found;
    return on_days(entries, {plus_days(days.first, -days_of_doubt), plus_days(days.last, days_of_doubt)});
}

std::vector<Entry> of_about(const std::vector<Entry>& entries, const Money& amount) {
    const std::int64_t minor = std::abs(amount.minor_units);
    std::vector<Entry> found = only(entries, [&](const Entry& entry) {
        return euros(-entry.amount_minor) == Money{minor, amount.currency};
    });
    const bool is_whole = minor % 100 == 0 && amount.currency.letters == "EUR";
    if (!found.empty() || !is_whole) return found;
    return only(entries, [&](const Entry& entry) { return -entry.amount_minor / 100 == minor / 100; });
}

}  // namespace

std::vector<Entry> disputable_entries(const Visit& visit, const DateRange& days) {
    const auto merchant = text_slot(visit.slots, "merchant");
    const auto amount = money_slot(visit.slots, "amount");
    const auto date = period_slot(visit.slots, "date");
    const bool is_open_question = !merchant.has_value() && !amount.has_value() && !date.has_value();
    std::vector<Entry> entries =
        only(entries_of(visit, is_open_question ? last_days(visit, default_days) : days),
             [](const Entry& entry) { return entry.is_spending(); });
    if (merchant.has_value()) {
        entries = only(std::move(entries),
                       [&](const Entry& entry) { return contains_text(entry.merchant, *merchant); });
    }
    if (date.has_value()) entries = on_about(entries, *date);
    if (amount.has_value()) entries = of_about(entries, *amount);
    return entries;
}

bool look_alike(const std::vector<Entry>& entries) {
    if (entries.empty()) return false;
    const Entry& newest = entries.front();
    const bool is_same_payment = std::all_of(entries.begin(), entries.end(), [&](const Entry& entry) {
        return entry.merchant == newest.merchant && entry.amount_minor == newest.amount_minor;
    });
    return is_same_payment &&
           days_between(date_of(entries.back().at), date_of(newest.at)) <= double_charge_days;
}

DateRange dispute_window(const Visit& visit) {
    const int months = visit.bank.count_or("bank.unauthorised_payment_deadline_months", visit.today(),
                                           default_deadline_months);
    return {plus_months(visit.today(), -months), visit.today()};
}

Outcome look_up_dispute(const Visit& visit) {
    const std::vector<Entry> entries = disputable_entries(visit, dispute_window(visit));
    FactList facts("ledger", visit.now);
    facts.add("dispute.matches", static_cast<std::int64_t>(entries.size()));
    for (std::size_t index = 0; index < std::min(entries.size(), list_limit); ++index) {
        facts.add("dispute", index + 1, "merchant", entries[index].merchant);
        facts.add("dispute", index + 1, "amount", euros(-entries[index].amount_minor));
        facts.add("dispute", index + 1, "date", date_of(entries[index].at));
    }
    if (look_alike(entries)) {
        facts.add("dispute.merchant", entries.front().merchant);
        facts.add("dispute.amount", euros(-entries.front().amount_minor));
        facts.add("dispute.date", date_of(entries.front().at));
        facts.add("dispute.transaction", std::to_string(entries.front().id));
    }
    return facts.take();
}

}  // namespace parlance::dialogue::demo_bank
