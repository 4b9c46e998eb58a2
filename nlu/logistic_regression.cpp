#include "nlu/logistic_regression.h"

#include <cmath>

namespace parlance::nlu {

namespace {

constexpr double penalty = 1e-3;
constexpr int rounds = 3000;

// The signals' means and deviations; standardises the lines on the way.
struct Spread {
    std::vector<double> mean;
    std::vector<double> deviation;

    Spread(std::vector<LogisticLine>& lines, double total)
        : mean(lines.front().signals.size()), deviation(mean.size()) {
        for (std::size_t k = 0; k < mean.size(); ++k) {
            for (const LogisticLine& line : lines) mean[k] += line.weight * line.signals[k] / total;
            for (const LogisticLine& line : lines) {
                deviation[k] += line.weight * std::pow(line.signals[k] - mean[k], 2) / total;
            }
            deviation[k] = deviation[k] > 1e-12 ? std::sqrt(deviation[k]) : 1;
            for (LogisticLine& line : lines) line.signals[k] = (line.signals[k] - mean[k]) / deviation[k];
        }
    }
};

}  // namespace

double sigmoid(double value) {
    return 1 / (1 + std::exp(-value));
}

std::vector<double> fit_logistic(std::vector<LogisticLine> lines) {
    double total = 0;
    for (const LogisticLine& line : lines) total += line.weight;
    const Spread spread(lines, total);
    const std::size_t count = spread.mean.size();
    std::vector<double> weights(count + 1);
    for (int round = 0; round < rounds; ++round) {
        std::vector<double> slope(count + 1);
        for (const LogisticLine& line : lines) {
            double sum = weights[count];
            for (std::size_t k = 0; k < count; ++k) sum += weights[k] * line.signals[k];
            const double miss = line.weight * (sigmoid(sum) - line.target) / total;
            for (std::size_t k = 0; k < count; ++k) slope[k] += miss * line.signals[k];
            slope[count] += miss;
        }
        for (std::size_t k = 0; k < count; ++k) weights[k] -= slope[k] + penalty * weights[k];
        weights[count] -= slope[count];
    }
    for (std::size_t k = 0; k < count; ++k) {
        weights[k] /= spread.deviation[k];
        weights[count] -= weights[k] * spread.mean[k];
    }
    return weights;
}

}  // namespace parlance::nlu
