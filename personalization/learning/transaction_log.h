#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "intents/findings.h"
#include "intents/result.h"

namespace parlance::personalization {

// One purchase, payment or other activity.
struct Transaction {
    std::chrono::sys_days day;
    double amount = 0;
    double quantity = 1;
};

// What one customer did, oldest first.
struct CustomerTransactions {
    std::string customer;
    std::vector<Transaction> transactions;
};

struct TransactionLog {
    std::vector<CustomerTransactions> customers;  // in the order of their ids
    std::size_t transactions = 0;
    std::chrono::sys_days first_day{};
    std::chrono::sys_days last_day{};
};

// Reads transactions, in one of two forms:
// - a table (see csv_reader.h) with columns for the customer (customer, customer_id, id, ...), the day (date,
//   day, time, ...; 2026-01-31 or 20260131, a time behind it is passed over) and, if there is one, the amount
//   (amount, value, dollar_value, ...) and the quantity;
// - lines of the customer, maybe a second number, the day, the quantity and the amount, parted by blanks,
// with
//   or without names above them: the form of the CDNOW data.
// Wrong lines are findings: E1007 (no day), E1008 (no number), E1009 (no such column), and those of tables.
TransactionLog parse_transactions(std::string_view content, const std::string& name, Findings& findings);

// The same from a file. Fails with io_failed when the file cannot be read.
Result<TransactionLog> read_transactions(const std::filesystem::path& file, Findings& findings);

}  // namespace parlance::personalization
