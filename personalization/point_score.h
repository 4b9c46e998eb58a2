#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "personalization/evidence.h"

namespace parlance::personalization {

double logistic(double log_odds);
// probability is clamped to [0.001, 0.999], so the result is finite.
double log_odds(double probability);

// How sure a judgement is after so many observations: 0 without any, 0.63 at `enough`, towards 1.
double confidence_after(std::size_t observations, double enough);

// A count or amount in an evidence's words: whole numbers plainly, others with one decimal.
std::string in_words(double number);

// A logistic score whose every point is accounted for.
// The weights are hand-set in the files that use this, not fitted; docs/personalization.md says so.
// Not thread-safe; one score is one object on the stack.
class PointScore {
public:
    explicit PointScore(double base_log_odds) : log_odds_(base_log_odds) {}

    // Adds points for one observation. Zero points are no evidence and leave no trace.
    void add(std::string name, std::string words, double points);

    double probability() const { return logistic(log_odds_); }
    double total() const { return log_odds_; }
    // What moved the score, strongest first.
    std::vector<Evidence> evidence() const;

private:
    double log_odds_;
    std::vector<Evidence> evidence_;
};

}  // namespace parlance::personalization
