#include "personalization/policy/reward_model.h"

#include <Eigen/Dense>
#include <cmath>
#include <numeric>

#include "personalization/learning/folds.h"

namespace parlance::personalization {

namespace {

constexpr double penalty = 1;  // of the squared weights, in rows

// Contexts standardised, an unknown value as the mean, with a constant in the last column.
Eigen::MatrixXd standardised(const FeatureMatrix& contexts, std::size_t rows) {
    const auto width = static_cast<Eigen::Index>(contexts.width());
    Eigen::MatrixXd result = Eigen::MatrixXd::Ones(static_cast<Eigen::Index>(rows), width + 1);
    for (Eigen::Index column = 0; column < width; ++column) {
        double sum = 0;
        double squares = 0;
        double known = 0;
        for (std::size_t row = 0; row < rows; ++row) {
            const double value = contexts.row(row)[static_cast<std::size_t>(column)];
            if (std::isnan(value)) continue;
            sum += value;
            squares += value * value;
            known += 1;
        }
        const double mean = known > 0 ? sum / known : 0;
        const double variance = known > 0 ? squares / known - mean * mean : 0;
        const double scale = variance > 1e-12 ? 1 / std::sqrt(variance) : 0;
        for (std::size_t row = 0; row < rows; ++row) {
            const double value = contexts.row(row)[static_cast<std::size_t>(column)];
            result(static_cast<Eigen::Index>(row), column) = std::isnan(value) ? 0 : (value - mean) * scale;
        }
    }
    return result;
}

// Weights of the rows in which an action was taken.
Eigen::VectorXd fitted(const Eigen::MatrixXd& contexts, const DecisionLog& log, std::size_t action,
                       const std::vector<std::size_t>& rows) {
    const Eigen::Index width = contexts.cols();
    Eigen::MatrixXd left = penalty * Eigen::MatrixXd::Identity(width, width);
    left(width - 1, width - 1) = 1e-9;  // the constant is free
    Eigen::VectorXd right = Eigen::VectorXd::Zero(width);
    double all = 0;
    bool taken = false;
    for (const std::size_t row : rows) {
        all += log.rewards[row];
        if (log.taken[row] != action) continue;
        taken = true;
        const auto context = contexts.row(static_cast<Eigen::Index>(row));
        left.selfadjointView<Eigen::Lower>().rankUpdate(context.transpose());
        right += log.rewards[row] * context.transpose();
    }
    if (taken) return left.selfadjointView<Eigen::Lower>().ldlt().solve(right);
    Eigen::VectorXd mean = Eigen::VectorXd::Zero(width);
    mean(width - 1) = rows.empty() ? 0 : all / static_cast<double>(rows.size());
    return mean;
}

}  // namespace

std::vector<double> foretell_rewards(const DecisionLog& log, std::size_t folds, std::uint32_t seed) {
    const std::size_t actions = log.actions.size();
    const Eigen::MatrixXd contexts = standardised(log.contexts, log.size());
    std::vector<std::size_t> order(log.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    SeededShuffle(seed).shuffle(order);
    std::vector<double> foretold(log.size() * actions);
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<std::size_t> others;
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i % folds != fold) others.push_back(order[i]);
        }
        for (std::size_t action = 0; action < actions; ++action) {
            const Eigen::VectorXd weights = fitted(contexts, log, action, others);
            for (std::size_t i = fold; i < order.size(); i += folds) {
                const auto row = static_cast<Eigen::Index>(order[i]);
                foretold[order[i] * actions + action] = contexts.row(row).dot(weights);
            }
        }
    }
    return foretold;
}

}  // namespace parlance::personalization
