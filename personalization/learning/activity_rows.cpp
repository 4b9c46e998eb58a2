#include "personalization/learning/activity_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace parlance::personalization {

namespace {

using Days = std::chrono::sys_days;

constexpr std::array<double, 3> half_lives = {7, 30, 90};  // days

double days_between(Days from, Days to) {
    return static_cast<double>((to - from).count());
}

// The transactions up to the end of a day.
std::span<const Transaction> known_by(const CustomerTransactions& customer, Days day) {
    const auto& all = customer.transactions;
    const auto end = std::upper_bound(all.begin(), all.end(), day,
                                      [](Days value, const Transaction& one) { return value < one.day; });
    return {all.begin(), end};
}

std::vector<Days> days_of(std::span<const Transaction> transactions) {
    std::vector<Days> days;
    for (const Transaction& one : transactions) {
        if (days.empty() || days.back() != one.day) days.push_back(one.day);
    }
    return days;
}

PurchaseHistory history_of(const std::vector<Days>& days, Days day) {
    return {static_cast<double>(days.size() - 1), days_between(days.front(), days.back()) / 7,
            days_between(days.front(), day) / 7};
}

struct Gaps {
    double mean = std::nan("");
    double deviation = std::nan("");
};

Gaps gaps_of(const std::vector<Days>& days) {
    if (days.size() < 2) return {};
    const auto count = static_cast<double>(days.size() - 1);
    const double mean = days_between(days.front(), days.back()) / count;
    double squares = 0;
    for (std::size_t i = 1; i < days.size(); ++i) {
        const double miss = days_between(days[i - 1], days[i]) - mean;
        squares += miss * miss;
    }
    return {mean, std::sqrt(squares / count)};
}

const std::vector<std::string>& names_of_features() {
    static const std::vector<std::string> names = {"repeat purchases",
                                                   "days between first and last",
                                                   "days since the first",
                                                   "days since the last",
                                                   "total amount",
                                                   "mean amount",
                                                   "largest amount",
                                                   "last amount",
                                                   "first amount",
                                                   "total quantity",
                                                   "mean gap in days",
                                                   "deviation of the gaps",
                                                   "overdue: days since the last over the mean gap",
                                                   "count, halved every 7 days",
                                                   "count, halved every 30 days",
                                                   "count, halved every 90 days",
                                                   "amount, halved every 7 days",
                                                   "amount, halved every 30 days",
                                                   "amount, halved every 90 days",
                                                   "log of the days since the last",
                                                   "log of the total amount",
                                                   "log of the count, halved every 90 days",
                                                   "purchases per week since the first",
                                                   "BG/NBD chance of being alive",
                                                   "BG/NBD expected purchases",
                                                   "log of BG/NBD expected purchases"};
    return names;
}

struct Sums {
    double total = 0;
    double largest = 0;
    double quantity = 0;
    std::array<double, 3> counts{};   // halved by the half-lives
    std::array<double, 3> amounts{};  // likewise
};

Sums sums_of(std::span<const Transaction> known, Days day) {
    Sums sums;
    for (const Transaction& one : known) {
        sums.total += one.amount;
        sums.largest = std::max(sums.largest, one.amount);
        sums.quantity += one.quantity;
        for (std::size_t i = 0; i < half_lives.size(); ++i) {
            const double left = std::exp2(-days_between(one.day, day) / half_lives[i]);
            sums.counts[i] += left;
            sums.amounts[i] += left * one.amount;
        }
    }
    return sums;
}

// In the order of the names.
std::vector<double> features_of(std::span<const Transaction> known, Days day, const BgNbd& model,
                                std::chrono::days horizon) {
    const std::vector<Days> days = days_of(known);
    const PurchaseHistory history = history_of(days, day);
    const Sums sums = sums_of(known, day);
    const Gaps gaps = gaps_of(days);
    const double since_last = days_between(days.back(), day);
    const double since_first = days_between(days.front(), day);
    const double expected = model.expected_purchases(history, static_cast<double>(horizon.count()) / 7);
    std::vector<double> values = {history.repeats, since_first - since_last, since_first, since_last};
    const auto count = static_cast<double>(known.size());
    values.insert(values.end(), {sums.total, sums.total / count, sums.largest, known.back().amount,
                                 known.front().amount, sums.quantity});
    values.insert(values.end(), {gaps.mean, gaps.deviation, since_last / std::max(gaps.mean, 1.0)});
    values.insert(values.end(), sums.counts.begin(), sums.counts.end());
    values.insert(values.end(), sums.amounts.begin(), sums.amounts.end());
    values.insert(values.end(), {std::log1p(since_last), std::log1p(std::max(sums.total, 0.0)),
                                 std::log(sums.counts.back() + 1e-3),
                                 static_cast<double>(days.size()) / (since_first + 7) * 7});
    values.insert(values.end(), {model.alive(history), expected, std::log(expected + 1e-4)});
    return values;
}

}  // namespace

std::vector<PurchaseHistory> purchase_histories(const TransactionLog& log, Days day) {
    std::vector<PurchaseHistory> histories;
    for (const CustomerTransactions& customer : log.customers) {
        const auto known = known_by(customer, day);
        if (!known.empty()) histories.push_back(history_of(days_of(known), day));
    }
    return histories;
}

Result<ActivityRows> activity_rows(const TransactionLog& log, const ActivityMoment& moment,
                                   const std::optional<BgNbd>& model) {
    const Days day = moment.day;
    if (day + moment.horizon > log.last_day)
        return Error{ErrorCode::bad_training, "the log ends before the horizon does; choose a shorter one"};
    ActivityRows result;
    result.histories = purchase_histories(log, day);
    if (result.histories.empty())
        return Error{ErrorCode::bad_training,
                     "nobody had come by the day to foretell from; choose a shorter horizon"};
    const Result<BgNbd> fitted = model ? Result<BgNbd>(*model) : BgNbd::fit(result.histories);
    if (!fitted) return fitted.error();
    result.model = *fitted;
    FeatureMatrix& features = result.rows.features;
    features.names = names_of_features();
    for (const CustomerTransactions& customer : log.customers) {
        const auto known = known_by(customer, day);
        if (known.empty()) continue;
        for (const double value : features_of(known, day, *fitted, moment.horizon))
            features.values.push_back(static_cast<float>(value));
        const auto with_horizon = known_by(customer, day + moment.horizon);
        const auto later = static_cast<double>(days_of(with_horizon.subspan(known.size())).size());
        result.later_purchases.push_back(later);
        result.rows.labels.push_back(later > 0 ? 0 : 1);
        result.customers.push_back(customer.customer);
    }
    return result;
}

}  // namespace parlance::personalization
