#include "personalization/learning/transaction_log.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <initializer_list>
#include <map>
#include <optional>
#include <sstream>

#include "personalization/learning/calendar_day.h"
#include "personalization/learning/column_schema.h"
#include "personalization/learning/csv_reader.h"

namespace parlance::personalization {

namespace {

using Customers = std::map<std::string, std::vector<Transaction>>;

// Adds what a line says; a finding when it says it wrongly.
class LineReader {
public:
    LineReader(std::string name, Findings& findings, Customers& customers)
        : name_(std::move(name)), findings_(findings), customers_(customers) {}

    void read(const std::string& customer, std::string_view day, std::string_view amount,
              std::string_view quantity, int line) {
        const auto date = day_of(day);
        if (!date) {
            findings_.error("E1007", name_, {line, 1}, "\"" + std::string(day) + "\" is no day",
                            "write it as 2026-01-31 or 20260131");
        }
        const auto value = number(amount, line);
        const auto count = number(quantity, line);
        if (date && value && count) customers_[customer].push_back({*date, *value, *count});
    }

private:
    std::optional<double> number(std::string_view text, int line) {
        const auto value = number_of(text);
        if (!value) findings_.error("E1008", name_, {line, 1}, "\"" + std::string(text) + "\" is no number");
        return value;
    }

    std::string name_;
    Findings& findings_;
    Customers& customers_;
};

std::optional<std::size_t> column_named(const DataTable& table,
                                        std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        for (std::size_t i = 0; i < table.width(); ++i) {
            std::string column = table.columns[i];
            for (char& letter : column)
                letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
            if (column == name) return i;
        }
    }
    return std::nullopt;
}

void read_rows(const DataTable& table, Findings& findings, LineReader& reader) {
    const auto customer = column_named(table, {"customer", "customer_id", "customerid", "client", "client_id",
                                               "household_id", "user_id", "id"});
    const auto day = column_named(table, {"date", "day", "time", "timestamp", "at", "transaction_date"});
    const auto amount = column_named(table, {"amount", "value", "dollar_value", "sales_value", "price"});
    const auto quantity = column_named(table, {"quantity", "units", "number_of_cds", "count"});
    if (!customer)
        findings.error("E1009", table.file, {1, 1}, "no column says who the customer is",
                       "name it customer_id");
    if (!day) findings.error("E1009", table.file, {1, 1}, "no column says the day", "name it date");
    if (!customer || !day) return;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto& row = table.rows[i];
        reader.read(row[*customer], row[*day], amount ? std::string_view(row[*amount]) : "0",
                    quantity ? std::string_view(row[*quantity]) : "1", table.lines[i]);
    }
}

void read_lines(std::string_view content, LineReader& reader) {
    std::istringstream in{std::string(content)};
    std::string text;
    for (int line = 1; std::getline(in, text); ++line) {
        std::istringstream words(text);
        std::vector<std::string> cells;
        for (std::string word; words >> word;) cells.push_back(word);
        const bool names = line == 1 && !cells.empty() && !number_of(cells.back());
        if (cells.empty() || names) continue;
        while (cells.size() < 4) cells.emplace_back();
        const std::size_t last = cells.size() - 1;
        reader.read(cells.front(), cells[last - 2], cells[last], cells[last - 1], line);
    }
}

bool is_table(std::string_view content) {
    const std::string_view first = content.substr(0, content.find('\n'));
    return first.find_first_of(",;\t") != std::string_view::npos;
}

}  // namespace

TransactionLog parse_transactions(std::string_view content, const std::string& name, Findings& findings) {
    Customers customers;
    LineReader reader(name, findings, customers);
    if (is_table(content)) {
        read_rows(parse_table(content, name, findings), findings, reader);
    } else {
        read_lines(content, reader);
    }
    TransactionLog log;
    for (auto& [customer, transactions] : customers) {
        std::stable_sort(
            transactions.begin(), transactions.end(),
            [](const Transaction& left, const Transaction& right) { return left.day < right.day; });
        const auto first = transactions.front().day;
        const auto last = transactions.back().day;
        log.first_day = log.customers.empty() ? first : std::min(log.first_day, first);
        log.last_day = log.customers.empty() ? last : std::max(log.last_day, last);
        log.transactions += transactions.size();
        log.customers.push_back({customer, std::move(transactions)});
    }
    if (log.customers.empty() && !findings.has_errors())
        findings.error("E1006", name, {1, 1}, "the file has no transactions");
    return log;
}

Result<TransactionLog> read_transactions(const std::filesystem::path& file, Findings& findings) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    if (!in || std::filesystem::is_directory(file))
        return Error{ErrorCode::io_failed, "cannot read " + file.string()};
    return parse_transactions(content.str(), file.string(), findings);
}

}  // namespace parlance::personalization
