#pragma once

#include <string>
#include <vector>

#include "dialogue/storage/demo_bank_records.h"

namespace SQLite {
class Database;
}

namespace parlance::dialogue::demo_bank {

// Writes all customers and their ledgers into empty tables. today: the day after the history's last.
// Runs inside the caller's transaction.
void seed(SQLite::Database& database, const std::vector<CustomerRecord>& customers,
          const CalendarDate& today);

// A fictional German account number in print format, its check digits right (ISO 13616), its last digits
// `last4`: "DE89 9901 2034 0012 3456 78".
std::string make_iban(const std::string& account_id, const std::string& last4);

}  // namespace parlance::dialogue::demo_bank
