#include "personalization/learning/online_logistic.h"

#include <Eigen/Dense>

#include "personalization/point_score.h"

namespace parlance::personalization {

namespace {

using Matrix = Eigen::MatrixXd;
using Square = Eigen::Map<Matrix>;
using ConstSquare = Eigen::Map<const Matrix>;
using Column = Eigen::Map<Eigen::VectorXd>;
using ConstColumn = Eigen::Map<const Eigen::VectorXd>;

Eigen::Index length_of(std::span<const double> values) {
    return static_cast<Eigen::Index>(values.size());
}

ConstColumn column(std::span<const double> values) {
    return {values.data(), length_of(values)};
}

}  // namespace

OnlineLogistic::OnlineLogistic(const std::vector<FirstGuess>& first)
    : covariance_(first.size() * first.size(), 0.0) {
    for (const FirstGuess& guess : first) {
        const double variance = guess.deviation * guess.deviation;
        covariance_[weights_.size() * (first.size() + 1)] = variance;
        first_precision_.push_back(1 / variance);
        weights_.push_back(guess.weight);
    }
}

double OnlineLogistic::log_odds(std::span<const double> row, double offset) const {
    return offset + column(weights_).dot(column(row));
}

void OnlineLogistic::learn(std::span<const double> row, bool answer, double offset) {
    const double expected = logistic(log_odds(row, offset));
    const double surprise = (answer ? 1.0 : 0.0) - expected;
    const double sureness = expected * (1 - expected);
    Square covariance(covariance_.data(), length_of(weights_), length_of(weights_));
    const Eigen::VectorXd spread = covariance * column(row);
    const double shrinking = 1 + sureness * spread.dot(column(row));
    covariance -= sureness / shrinking * spread * spread.transpose();
    Column(weights_.data(), length_of(weights_)) += surprise / shrinking * spread;
}

void OnlineLogistic::forget(double kept) {
    Square covariance(covariance_.data(), length_of(weights_), length_of(weights_));
    const Matrix identity = Matrix::Identity(covariance.rows(), covariance.cols());
    Matrix precision = kept * covariance.llt().solve(identity);
    precision.diagonal() += (1 - kept) * column(first_precision_);
    covariance = precision.llt().solve(identity);
}

std::vector<std::vector<double>> OnlineLogistic::draws(SeededRandom& random, std::size_t count) const {
    const Matrix factor =
        ConstSquare(covariance_.data(), length_of(weights_), length_of(weights_)).llt().matrixL();
    std::vector<std::vector<double>> drawn(count, weights_);
    Eigen::VectorXd noise(length_of(weights_));
    for (std::vector<double>& weights : drawn) {
        for (double& each : noise) each = random.normal();
        Column(weights.data(), length_of(weights)) += factor.triangularView<Eigen::Lower>() * noise;
    }
    return drawn;
}

}  // namespace parlance::personalization
