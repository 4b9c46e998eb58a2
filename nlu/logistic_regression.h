#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace parlance::nlu {

// One observation: its signals, what it is (0 or 1), and how much it counts.
struct LogisticLine {
    std::vector<double> signals;
    double target = 0;
    double weight = 1;
};

// 1 / (1 + exp(-value))
double sigmoid(double value);

// Logistic regression with a small L2 penalty on standardised signals, by full-batch gradient descent.
// lines: at least one, all with equally many signals. Returns a weight for each signal as it is given and,
// last, the constant.
std::vector<double> fit_logistic(std::vector<LogisticLine> lines);

}  // namespace parlance::nlu
