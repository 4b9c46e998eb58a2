#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dialogue/storage/demo_bank_records.h"

namespace parlance::dialogue::demo_bank {

// A line of the ledger before it has a number. Positive amounts come in, negative ones go out.
struct NewEntry {
    std::string account;
    TimePoint at;
    std::string merchant;
    std::string category;
    std::int64_t amount_minor = 0;
    std::string reference;
};

// The category of the entry that carries an account's past before its history begins.
inline constexpr const char* opening_category = "opening";

// The customer's ledger for the twelve months that end the day before `today`, oldest first: salary,
// standing orders, habits and one-offs, and one opening entry an account, so that each account sums to its
// declared balance. The same entries for the same day and record, on every machine; a habit's purchases fall
// on the same days whatever the day of seeding.
std::vector<NewEntry> make_history(const CustomerRecord& customer, const CalendarDate& today);

// The account that everyday payments go through: the first current, else joint, else any; a valid index.
std::size_t everyday_account(const std::vector<AccountRecord>& accounts);

}  // namespace parlance::dialogue::demo_bank
