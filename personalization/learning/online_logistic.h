#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "personalization/seeded_random.h"

namespace parlance::personalization {

// A logistic regression that learns one answer at a time and forgets what is long ago: a Gaussian belief
// about the weights, beginning at a first guess and its uncertainty. Method: Bayesian logistic regression
// with one Laplace step an answer (Spiegelhalter and Lauritzen 1990). An answer takes width^2 steps,
// forgetting width^3. Not thread-safe; a plain value.
class OnlineLogistic {
public:
    // What a weight is taken for before the first answer.
    struct FirstGuess {
        double weight = 0;
        double deviation = 1;  // how far from it the true one may be
    };

    explicit OnlineLogistic(const std::vector<FirstGuess>& first);

    // Log odds of a yes, for a row as wide as the first guess; `offset` is added to them.
    double log_odds(std::span<const double> row, double offset = 0) const;
    void learn(std::span<const double> row, bool answer, double offset = 0);

    // Lets the belief's certainty fall to the share `kept` of what was gained over the first guess's.
    void forget(double kept);

    // Weights that might be the true ones, each as likely as it is.
    std::vector<std::vector<double>> draws(SeededRandom& random, std::size_t count) const;

private:
    std::vector<double> weights_;
    std::vector<double> covariance_;       // width x width
    std::vector<double> first_precision_;  // its diagonal; the rest was zero
};

}  // namespace parlance::personalization
