#include "personalization/learning/bg_nbd.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <vector>

#include "personalization/learning/nelder_mead.h"

namespace parlance::personalization {

namespace {

constexpr int most_terms = 100000;

// Equal histories count together: most customers never come again.
struct CountedHistory {
    PurchaseHistory history;
    double count = 0;
};

std::vector<CountedHistory> counted(std::span<const PurchaseHistory> histories) {
    std::map<std::tuple<double, double, double>, double> counts;
    for (const PurchaseHistory& one : histories) counts[{one.repeats, one.recency, one.age}] += 1;
    std::vector<CountedHistory> result;
    for (const auto& [key, count] : counts) {
        const auto& [repeats, recency, age] = key;
        result.push_back({{repeats, recency, age}, count});
    }
    return result;
}

double log_sum(double left, double right) {
    const double high = std::max(left, right);
    return high + std::log(std::exp(left - high) + std::exp(right - high));
}

double log_likelihood_of(const BgNbd& model, const PurchaseHistory& one) {
    const double x = one.repeats;
    const double buying = std::lgamma(model.r + x) - std::lgamma(model.r) + model.r * std::log(model.alpha);
    const double staying = std::lgamma(model.a + model.b) + std::lgamma(model.b + x) - std::lgamma(model.b) -
                           std::lgamma(model.a + model.b + x);
    const double alive = -(model.r + x) * std::log(model.alpha + one.age);
    if (x <= 0) return buying + staying + alive;
    const double gone =
        std::log(model.a) - std::log(model.b + x - 1) - (model.r + x) * std::log(model.alpha + one.recency);
    return buying + staying + log_sum(alive, gone);
}

// The odds of having left after the last purchase.
double odds_gone(const BgNbd& model, const PurchaseHistory& one) {
    if (one.repeats <= 0) return 0;
    const double growth = (model.alpha + one.age) / (model.alpha + one.recency);
    return model.a / (model.b + one.repeats - 1) * std::pow(growth, model.r + one.repeats);
}

}  // namespace

double hypergeometric_2f1(double a, double b, double c, double z) {
    double sum = 1;
    double term = 1;
    for (int n = 0; n < most_terms; ++n) {
        term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
        sum += term;
        if (std::abs(term) < 1e-13 * std::abs(sum)) break;
    }
    return sum;
}

Result<BgNbd> BgNbd::fit(std::span<const PurchaseHistory> histories) {
    const bool anyone = std::any_of(histories.begin(), histories.end(),
                                    [](const PurchaseHistory& one) { return one.repeats > 0; });
    if (!anyone) return Error{ErrorCode::bad_training, "no customer bought twice, so nothing can be fitted"};
    const std::vector<CountedHistory> counts = counted(histories);
    const auto model_at = [](const std::vector<double>& logs) {
        BgNbd model;
        model.r = std::exp(logs[0]);
        model.alpha = std::exp(logs[1]);
        model.a = std::exp(logs[2]);
        model.b = std::exp(logs[3]);
        return model;
    };
    const auto loss = [&](const std::vector<double>& logs) {
        for (const double value : logs) {
            if (std::abs(value) > 20) return 1e12;
        }
        const BgNbd model = model_at(logs);
        double sum = 0;
        for (const CountedHistory& one : counts) sum -= one.count * log_likelihood_of(model, one.history);
        return std::isfinite(sum) ? sum : 1e12;
    };
    return model_at(find_minimum(loss, {0, 0, 0, 0}).place);
}

double BgNbd::log_likelihood(std::span<const PurchaseHistory> histories) const {
    double sum = 0;
    for (const PurchaseHistory& one : histories) sum += log_likelihood_of(*this, one);
    return sum;
}

double BgNbd::alive(const PurchaseHistory& history) const {
    return 1 / (1 + odds_gone(*this, history));
}

double BgNbd::expected_purchases(const PurchaseHistory& history, double duration) const {
    const double x = history.repeats;
    // The formula has a removable gap at a = 1.
    const double leaving = std::abs(a - 1) < 1e-6 ? 1 + 1e-6 : a;
    const double known = alpha + history.age;
    const double share = known / (known + duration);
    const double series =
        hypergeometric_2f1(r + x, b + x, leaving + b + x - 1, duration / (known + duration));
    const double while_alive = (leaving + b + x - 1) / (leaving - 1) * (1 - std::pow(share, r + x) * series);
    return std::max(0.0, while_alive / (1 + odds_gone(*this, history)));
}

}  // namespace parlance::personalization
