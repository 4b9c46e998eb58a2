#include "personalization/point_score.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

namespace parlance::personalization {

double logistic(double log_odds) {
    return 1.0 / (1.0 + std::exp(-log_odds));
}

double log_odds(double probability) {
    const double p = std::clamp(probability, 0.001, 0.999);
    return std::log(p / (1.0 - p));
}

double confidence_after(std::size_t observations, double enough) {
    return 1.0 - std::exp(-static_cast<double>(observations) / enough);
}

std::string in_words(double number) {
    const bool whole = std::abs(number - std::round(number)) < 0.05;
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), whole ? "%.0f" : "%.1f", number);
    return text.data();
}

void PointScore::add(std::string name, std::string words, double points) {
    if (points == 0.0 || !std::isfinite(points)) return;
    log_odds_ += points;
    evidence_.push_back({std::move(name), std::move(words), points});
}

std::vector<Evidence> PointScore::evidence() const {
    std::vector<Evidence> sorted = evidence_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Evidence& left, const Evidence& right) {
        return std::abs(left.weight) > std::abs(right.weight);
    });
    return sorted;
}

}  // namespace parlance::personalization
