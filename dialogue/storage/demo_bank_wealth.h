#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/storage/demo_bank_visit.h"

namespace parlance::dialogue::demo_bank {

struct Holding {
    std::string fund;
    std::string kind;
    std::int64_t value_minor = 0;
    std::int64_t cost_minor = 0;
    std::int64_t value_30_days_ago_minor = 0;
};

struct Loan {
    std::string kind;
    std::int64_t balance_minor = 0;
    double rate_percent = 0;
    std::int64_t monthly_minor = 0;
    std::string ends;
};

struct RetirementGoal {
    std::int64_t target_minor = 0;
    std::int64_t saved_minor = 0;
    int by_year = 0;
};

// Largest first.
std::vector<Holding> holdings_of(const Visit& visit);
std::vector<Loan> loans_of(const Visit& visit);
// Nothing when the customer has not set one.
std::optional<RetirementGoal> retirement_goal_of(const Visit& visit);

// Whole months from this month to the December of `year`; never negative.
int months_until_end_of(int year, const CalendarDate& today);

// The share of shares: equity funds whole, mixed funds half; percent of all holdings, 0 for none.
double equity_percent(const std::vector<Holding>& holdings);

// The year in which the customer reaches this age.
int year_of_age(const Visit& visit, std::int64_t age);

}  // namespace parlance::dialogue::demo_bank
