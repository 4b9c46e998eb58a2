#include "personalization/learning/drivers.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "nlu/decimal_text.h"
#include "personalization/customer_features.h"
#include "personalization/models/signal_features.h"

namespace parlance::personalization {

namespace {

constexpr double least_log_odds = 0.05;
constexpr std::size_t most_drivers = 5;

std::string number_text(double value) {
    std::string text = nlu::decimal_text(value, 2);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string place_among_others(double rank) {
    if (rank <= 0.1) return ", among the lowest tenth";
    if (rank <= 0.3) return ", low";
    if (rank >= 0.9) return ", among the highest tenth";
    if (rank >= 0.7) return ", high";
    return ", in the middle";
}

// A feature of our own event log has words; a table's column has its name.
std::string subject_of(const std::string& feature) {
    if (const FeatureSpec* spec = find_feature(feature)) return words_of(*spec) + ": ";
    const std::string signal = words_of_signal(feature);
    return signal.empty() ? feature + " is " : signal + ": ";
}

std::string state_of(const Contribution& part, const FeatureBins& bins, std::size_t column) {
    if (std::isnan(part.value)) return subject_of(part.feature) + "not known";
    const auto level = part.feature.find(" = ");
    if (level != std::string::npos) {
        return part.feature.substr(0, level) + (part.value > 0.5 ? " is " : " is not ") +
               part.feature.substr(level + 3);
    }
    return subject_of(part.feature) + number_text(part.value) +
           place_among_others(bins.rank_of(column, part.value));
}

std::string effect_of(double log_odds) {
    const double size = std::abs(log_odds);
    const std::string strength = size >= 1 ? " much" : size >= 0.3 ? "" : " a little";
    return (log_odds > 0 ? ": raises the chance" : ": lowers the chance") + strength;
}

}  // namespace

Result<std::vector<Evidence>> drivers_of(const BinaryModel& model, const FeatureBins& bins,
                                         std::span<const float> row, std::size_t most) {
    const auto parts = model.contributions(row);
    if (!parts) return parts.error();
    std::vector<Evidence> drivers;
    for (const Contribution& part : *parts) {
        if (drivers.size() == most || std::abs(part.log_odds) < least_log_odds) break;
        const auto found = std::find(model.names().begin(), model.names().end(), part.feature);
        const auto column = static_cast<std::size_t>(found - model.names().begin());
        drivers.push_back(
            {part.feature, state_of(part, bins, column) + effect_of(part.log_odds), part.log_odds});
    }
    return drivers;
}

Result<std::vector<ExplainedCase>> likeliest_cases(const BinaryModel& model, const FeatureBins& bins,
                                                   const FeatureMatrix& features,
                                                   const std::vector<std::string>& names, std::size_t most) {
    const auto chances = model.probabilities(features);
    if (!chances) return chances.error();
    std::vector<std::size_t> order(features.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        return (*chances)[left] > (*chances)[right];
    });
    order.resize(std::min(order.size(), most));
    std::vector<ExplainedCase> cases;
    for (const std::size_t row : order) {
        auto drivers = drivers_of(model, bins, features.row(row), most_drivers);
        if (!drivers) return drivers.error();
        cases.push_back({names[row], (*chances)[row], std::move(*drivers)});
    }
    return cases;
}

}  // namespace parlance::personalization
