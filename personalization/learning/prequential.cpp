#include "personalization/learning/prequential.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "personalization/learning/online_logistic.h"
#include "personalization/point_score.h"

namespace parlance::personalization {

namespace {

// How far each weight may be from what the model says, chosen on the earlier rows of bank marketing.
constexpr OnlineLogistic::FirstGuess constant{0, 1};
constexpr OnlineLogistic::FirstGuess model_log_odds{1, 0.14};
constexpr OnlineLogistic::FirstGuess feature{0, 0.07};
constexpr double most_deviations = 4;  // a feature further off counts as that far
constexpr std::size_t forgetting_every = 50;

std::vector<double> online_row(double log_odds, const StandardScaling& scaling,
                               std::span<const float> features) {
    std::vector<double> row = scaling.scaled(features);
    for (double& value : row) value = std::clamp(value, -most_deviations, most_deviations);
    row.push_back(1);
    row.push_back(log_odds);
    return row;
}

}  // namespace

Result<BinaryMeasures> measure_prequentially(const BinaryModel& model, const StandardScaling& scaling,
                                             const LabelledMatrix& rows, const PrequentialOptions& options) {
    const auto chances = model.probabilities(rows.features);
    if (!chances) return chances.error();
    std::vector<std::vector<double>> inputs;
    for (std::size_t i = 0; i < rows.size(); ++i)
        inputs.push_back(online_row(log_odds((*chances)[i]), scaling, rows.features.row(i)));
    std::vector<OnlineLogistic::FirstGuess> first(scaling.width(), feature);
    first.push_back(constant);
    first.push_back(model_log_odds);
    OnlineLogistic online(first);
    const double kept =
        std::exp2(-static_cast<double>(forgetting_every) / static_cast<double>(options.half_life));
    std::vector<double> foretold;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        foretold.push_back(logistic(online.log_odds(inputs[i])));
        if (i < options.delay) continue;
        const std::size_t known = i - options.delay;
        online.learn(inputs[known], rows.labels[known] != 0);
        if ((known + 1) % forgetting_every == 0) online.forget(kept);
    }
    return measure_binary(foretold, rows.labels);
}

}  // namespace parlance::personalization
