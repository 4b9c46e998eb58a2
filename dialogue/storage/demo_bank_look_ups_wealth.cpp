#include <algorithm>
#include <cmath>

#include "dialogue/storage/demo_bank_calendar.h"
#include "dialogue/storage/demo_bank_look_ups.h"
#include "dialogue/storage/demo_bank_slots.h"
#include "dialogue/storage/demo_bank_wealth.h"
#include "dialogue/storage/demo_bank_wording.h"

namespace parlance::dialogue::demo_bank {
namespace {

constexpr int oldest_retirement_age = 120;

// What must be put aside a month, rounded up to the cent; the whole gap when no month is left.
std::int64_t monthly_share(std::int64_t gap_minor, std::int64_t months) {
    if (gap_minor <= 0) return 0;
    return months <= 0 ? gap_minor : (gap_minor + months - 1) / months;
}

std::int64_t total_of(const std::vector<Holding>& holdings, std::int64_t Holding::*figure) {
    std::int64_t total = 0;
    for (const Holding& holding : holdings) total += holding.*figure;
    return total;
}

// How many months the slots `months` or `goal_date` leave; at least one. Nothing when neither is given.
std::optional<std::int64_t> months_of_plan(const Visit& visit) {
    if (const auto months = integer_slot(visit.slots, "months")) {
        return std::clamp<std::int64_t>(*months, 1, 1200);
    }
    const auto date = period_slot(visit.slots, "goal_date");
    if (!date.has_value()) return std::nullopt;
    std::int64_t months = 1;
    while (months < 1200 && plus_months(visit.today(), static_cast<int>(months) + 1) <= date->last) ++months;
    return months;
}

}  // namespace

Outcome look_up_portfolio(const Visit& visit) {
    const std::vector<Holding> holdings = holdings_of(visit);
    FactList facts("securities account", visit.now);
    const std::int64_t value = total_of(holdings, &Holding::value_minor);
    facts.add("portfolio.value", euros(value));
    facts.add("holding.count", static_cast<std::int64_t>(holdings.size()));
    if (holdings.empty()) return facts.take();
    const std::int64_t cost = total_of(holdings, &Holding::cost_minor);
    const std::int64_t before = total_of(holdings, &Holding::value_30_days_ago_minor);
    facts.add("portfolio.cost", euros(cost));
    facts.add("portfolio.gain", euros(value - cost));
    facts.add("portfolio.gain_percent", percent_of(value - cost, cost));
    facts.add("portfolio.change_30_days", euros(value - before));
    facts.add("portfolio.change_30_days_percent", percent_of(value - before, before));
    facts.add("portfolio.equity_percent", static_cast<std::int64_t>(std::lround(equity_percent(holdings))));
    for (std::size_t index = 0; index < std::min(holdings.size(), list_limit); ++index) {
        facts.add("holding", index + 1, "fund", holdings[index].fund);
        facts.add("holding", index + 1, "value", euros(holdings[index].value_minor));
        facts.add("holding", index + 1, "share_percent", percent_of(holdings[index].value_minor, value));
    }
    return facts.take();
}

Outcome look_up_retirement(const Visit& visit) {
    const auto goal = retirement_goal_of(visit);
    if (!goal.has_value()) return nothing_found("goal: retirement");
    const auto age = integer_slot(visit.slots, "retirement_age");
    const bool is_age = age.has_value() && *age > 0 && *age <= oldest_retirement_age;
    const int by_year = is_age ? year_of_age(visit, *age) : goal->by_year;
    const std::int64_t months = months_until_end_of(by_year, visit.today());
    const std::int64_t gap = std::max<std::int64_t>(0, goal->target_minor - goal->saved_minor);
    FactList facts("retirement goal", visit.now);
    facts.add("goal.target", euros(goal->target_minor));
    facts.add("goal.saved", euros(goal->saved_minor));
    facts.add("goal.by_year", std::to_string(by_year));
    facts.add("goal.gap", euros(gap));
    facts.add("goal.progress_percent", percent_of(goal->saved_minor, goal->target_minor));
    facts.add("goal.months_left", months);
    facts.from("retirement goal, without growth");
    facts.add("goal.monthly_needed", euros(monthly_share(gap, months)));
    const auto monthly = money_slot(visit.slots, "monthly_amount");
    if (monthly.has_value() && monthly->currency.letters == "EUR" &&
        std::abs(monthly->minor_units) <= largest_amount_minor) {
        const std::int64_t projected = goal->saved_minor + months * monthly->minor_units;
        facts.add("goal.projected", euros(projected));
        facts.add("goal.shortfall", euros(std::max<std::int64_t>(0, goal->target_minor - projected)));
    }
    return facts.take();
}

Outcome look_up_savings_goal(const Visit& visit) {
    const auto target = money_slot(visit.slots, "goal_target");
    const auto months = months_of_plan(visit);
    if (!target.has_value() || target->minor_units <= 0 || target->minor_units > largest_amount_minor) {
        return nothing_found("plan: slot \"goal_target\" must be an amount above zero");
    }
    if (!months.has_value()) return nothing_found("plan: slots \"months\" and \"goal_date\" are missing");
    FactList facts("calculation without interest", visit.now);
    facts.add("saving.monthly_needed", Money{monthly_share(target->minor_units, *months), target->currency});
    facts.add("saving.months", *months);
    return facts.take();
}

Outcome look_up_loans(const Visit& visit) {
    const std::vector<Loan> loans = loans_of(visit);
    FactList facts("loan account", visit.now);
    facts.add("loan.count", static_cast<std::int64_t>(loans.size()));
    if (loans.empty()) return facts.take();
    std::int64_t total = 0;
    for (const Loan& loan : loans) total += loan.balance_minor;
    facts.add("loan.total", euros(total));
    for (std::size_t index = 0; index < std::min(loans.size(), list_limit); ++index) {
        const Loan& loan = loans[index];
        facts.add("loan", index + 1, "kind", loan_kind_words(loan.kind, visit.locale));
        facts.add("loan", index + 1, "balance", euros(loan.balance_minor));
        facts.add("loan", index + 1, "rate_percent", loan.rate_percent);
        facts.add("loan", index + 1, "monthly", euros(loan.monthly_minor));
        const auto ends = parse_date(loan.ends);
        facts.add("loan", index + 1, "ends", ends.has_value() ? SlotValue(*ends) : SlotValue(loan.ends));
    }
    return facts.take();
}

}  // namespace parlance::dialogue::demo_bank
