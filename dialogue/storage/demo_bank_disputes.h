#pragma once

#include <vector>

#include "dialogue/storage/demo_bank_ledger.h"

namespace parlance::dialogue::demo_bank {

// The outgoing entries that the slots merchant, amount and date mean, newest first; with none of the three,
// those of the last 30 days. A date that fits nothing is taken as three days more or less, an amount in
// whole euros that fits nothing as any cents. days: how far to look back.
std::vector<Entry> disputable_entries(const Visit& visit, const DateRange& days);

// Whether all are one payment as far as a customer can tell: one entry, or the same merchant and amount
// within a week (charged twice).
bool look_alike(const std::vector<Entry>& entries);

// How far back a payment can be disputed: the price list's bank.unauthorised_payment_deadline_months.
DateRange dispute_window(const Visit& visit);

}  // namespace parlance::dialogue::demo_bank
