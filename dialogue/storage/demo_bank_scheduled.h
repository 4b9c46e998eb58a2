#pragma once

#include "dialogue/storage/demo_bank_ledger.h"
#include "dialogue/storage/demo_bank_payees.h"
#include "dialogue/storage/demo_bank_visit.h"

namespace parlance::dialogue::demo_bank {

// Money that goes to a payee, from one of the customer's accounts.
struct Payment {
    Account account;
    Payee payee;
    std::int64_t amount_minor = 0;
    std::string reference;
};

// Books a payment now: both sides of one between the customer's own accounts.
void book_payment(const Visit& visit, const Payment& payment);

// Keeps a payment for a later day.
void schedule_payment(const Visit& visit, const Payment& payment, const CalendarDate& day);

// Books what was scheduled for today or before, as of its day. What the account does not cover waits until it
// does. Called before anything else is asked of the bank.
void book_due_payments(const Visit& visit);

}  // namespace parlance::dialogue::demo_bank
