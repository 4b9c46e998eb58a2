#include "dialogue/storage/demo_bank_wealth.h"

#include <algorithm>
#include <cmath>

#include "dialogue/storage/demo_bank_calendar.h"
#include "dialogue/storage/demo_bank_statement.h"

namespace parlance::dialogue::demo_bank {

std::vector<Holding> holdings_of(const Visit& visit) {
    SQLite::Statement rows = prepared(visit.database,
                                      "SELECT fund, kind, value_minor, cost_minor, value_30_days_ago_minor"
                                      " FROM holdings WHERE customer = ? ORDER BY value_minor DESC, fund",
                                      visit.customer.text);
    std::vector<Holding> holdings;
    while (rows.executeStep()) {
        holdings.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(),
                            rows.getColumn(2).getInt64(), rows.getColumn(3).getInt64(),
                            rows.getColumn(4).getInt64()});
    }
    return holdings;
}

std::vector<Loan> loans_of(const Visit& visit) {
    SQLite::Statement rows =
        prepared(visit.database,
                 "SELECT kind, balance_minor, rate_percent, monthly_minor, ends FROM loans"
                 " WHERE customer = ? ORDER BY balance_minor DESC, id",
                 visit.customer.text);
    std::vector<Loan> loans;
    while (rows.executeStep()) {
        loans.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getInt64(),
                         rows.getColumn(2).getDouble(), rows.getColumn(3).getInt64(),
                         rows.getColumn(4).getString()});
    }
    return loans;
}

std::optional<RetirementGoal> retirement_goal_of(const Visit& visit) {
    SQLite::Statement row = prepared(visit.database,
                                     "SELECT target_minor, saved_minor, by_year FROM goals"
                                     " WHERE customer = ? AND id = 'retirement'",
                                     visit.customer.text);
    if (!row.executeStep()) return std::nullopt;
    return RetirementGoal{row.getColumn(0).getInt64(), row.getColumn(1).getInt64(),
                          row.getColumn(2).getInt()};
}

int months_until_end_of(int year, const CalendarDate& today) {
    const int month = static_cast<int>(static_cast<unsigned>(today.day.month()));
    return std::max(0, (year - year_of(today)) * 12 + 12 - month);
}

double equity_percent(const std::vector<Holding>& holdings) {
    std::int64_t total = 0;
    std::int64_t halves = 0;  // of minor units: mixed funds count one, equity funds two
    for (const Holding& holding : holdings) {
        total += holding.value_minor;
        if (holding.kind == "equity" || holding.kind == "sustainable_equity")
            halves += 2 * holding.value_minor;
        if (holding.kind == "mixed") halves += holding.value_minor;
    }
    return percent_of(halves, 2 * total);
}

int year_of_age(const Visit& visit, std::int64_t age) {
    SQLite::Statement row =
        prepared(visit.database, "SELECT born FROM customers WHERE id = ?", visit.customer.text);
    if (!row.executeStep()) return 0;
    const auto born = parse_date(row.getColumn(0).getString());
    return born.has_value() ? year_of(*born) + static_cast<int>(age) : 0;
}

}  // namespace parlance::dialogue::demo_bank
