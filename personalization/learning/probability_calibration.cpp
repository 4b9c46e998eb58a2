#include "personalization/learning/probability_calibration.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "nlu/logistic_regression.h"
#include "personalization/learning/folds.h"
#include "personalization/learning/logistic_model.h"

namespace parlance::personalization {

namespace {

constexpr std::size_t parts = 5;
constexpr double penalty = 1e-3;
constexpr double least_gain = 1e-6;
constexpr std::array kinds = {CalibrationKind::none, CalibrationKind::temperature, CalibrationKind::platt,
                              CalibrationKind::beta, CalibrationKind::isotonic};

// ln(p) and -ln(1 - p) of p = sigmoid(margin), without losing digits far out.
std::pair<double, double> log_sides(double margin) {
    const auto soft_plus = [](double value) { return value > 30 ? value : std::log1p(std::exp(value)); };
    return {-soft_plus(-margin), soft_plus(margin)};
}

template <typename Value>
std::vector<Value> picked(std::span<const Value> values, std::span<const std::size_t> places) {
    std::vector<Value> result;
    for (const std::size_t place : places) result.push_back(values[place]);
    return result;
}

double log_loss_unseen(CalibrationKind kind, std::span<const double> margins,
                       std::span<const std::uint8_t> labels, const std::vector<Split>& splits) {
    std::vector<double> probabilities(margins.size());
    for (const Split& split : splits) {
        const auto calibration = ProbabilityCalibration::fit(kind, picked(margins, split.training),
                                                             picked(labels, split.training));
        for (const std::size_t row : split.test) probabilities[row] = calibration.probability(margins[row]);
    }
    return log_loss(probabilities, labels);
}

}  // namespace

std::string_view to_text(CalibrationKind kind) {
    switch (kind) {
        case CalibrationKind::none: return "none";
        case CalibrationKind::temperature: return "temperature";
        case CalibrationKind::platt: return "platt";
        case CalibrationKind::beta: return "beta";
        case CalibrationKind::isotonic: return "isotonic";
    }
    return "unknown";
}

double log_loss(std::span<const double> probabilities, std::span<const std::uint8_t> labels) {
    double sum = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const double happened = labels[i] != 0 ? probabilities[i] : 1 - probabilities[i];
        sum -= std::log(std::max(happened, 1e-12));
    }
    return labels.empty() ? 0 : sum / static_cast<double>(labels.size());
}

ProbabilityCalibration ProbabilityCalibration::choose(std::span<const double> margins,
                                                      std::span<const std::uint8_t> labels,
                                                      std::uint32_t seed) {
    const std::vector<Split> splits = stratified_folds(labels, parts, seed);
    CalibrationKind best = CalibrationKind::none;
    double lowest = std::numeric_limits<double>::infinity();
    for (const CalibrationKind kind : kinds) {
        const double loss = log_loss_unseen(kind, margins, labels, splits);
        if (loss >= lowest - least_gain) continue;
        lowest = loss;
        best = kind;
    }
    return fit(best, margins, labels);
}

ProbabilityCalibration ProbabilityCalibration::fit(CalibrationKind kind, std::span<const double> margins,
                                                   std::span<const std::uint8_t> labels) {
    ProbabilityCalibration result;
    result.kind_ = kind;
    switch (kind) {
        case CalibrationKind::none: break;
        case CalibrationKind::temperature:
        case CalibrationKind::platt: result.fit_line(margins, labels); break;
        case CalibrationKind::beta: result.fit_beta(margins, labels); break;
        case CalibrationKind::isotonic: result.fit_isotonic(margins, labels); break;
    }
    return result;
}

// Newton's steps on the log loss, by the slope and (Platt) the constant.
void ProbabilityCalibration::fit_line(std::span<const double> margins, std::span<const std::uint8_t> labels) {
    if (kind_ == CalibrationKind::platt) {
        const std::vector<double> wanted(labels.begin(), labels.end());
        const LogisticWeights line = fit_logistic_weights(margins, 1, wanted, penalty);
        slope_ = std::max(line.weights.front(), 1e-3);
        constant_ = line.constant;
        return;
    }
    for (int round = 0; round < 50; ++round) {
        double slope = 0;
        double bend = 1e-9;
        for (std::size_t i = 0; i < margins.size(); ++i) {
            const double chance = nlu::sigmoid(slope_ * margins[i]);
            slope += (chance - labels[i]) * margins[i];
            bend += chance * (1 - chance) * margins[i] * margins[i];
        }
        const double step = std::clamp(slope / bend, -0.5, 0.5);
        slope_ = std::max(slope_ - step, 1e-3);
        if (std::abs(step) < 1e-9) break;
    }
}

void ProbabilityCalibration::fit_beta(std::span<const double> margins, std::span<const std::uint8_t> labels) {
    std::vector<double> sides;
    for (const double margin : margins) {
        const auto [near, far] = log_sides(margin);
        sides.push_back(near);
        sides.push_back(far);
    }
    const std::vector<double> wanted(labels.begin(), labels.end());
    const LogisticWeights fitted = fit_logistic_weights(sides, 2, wanted, penalty);
    slope_ = fitted.weights[0];
    far_slope_ = fitted.weights[1];
    constant_ = fitted.constant;
    if (slope_ >= 0 && far_slope_ >= 0) return;
    // A falling side would turn ranks around; a line through the margins is what is left.
    kind_ = CalibrationKind::platt;
    far_slope_ = 0;
    fit_line(margins, labels);
}

void ProbabilityCalibration::fit_isotonic(std::span<const double> margins,
                                          std::span<const std::uint8_t> labels) {
    std::vector<std::size_t> order(margins.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t left, std::size_t right) { return margins[left] < margins[right]; });
    struct Block {
        double margins = 0;
        double positives = 0;
        double count = 0;
        double share() const { return positives / count; }
    };
    std::vector<Block> blocks;
    for (const std::size_t row : order) {
        blocks.push_back({margins[row], static_cast<double>(labels[row]), 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].share() >= blocks.back().share()) {
            const Block last = blocks.back();
            blocks.pop_back();
            blocks.back().margins += last.margins;
            blocks.back().positives += last.positives;
            blocks.back().count += last.count;
        }
    }
    const double rate = std::accumulate(labels.begin(), labels.end(), 0.0) /
                        std::max(1.0, static_cast<double>(labels.size()));
    // One case more in every block, of the base rate: no block says never or always.
    double floor = 0;
    for (const Block& block : blocks) {
        floor = std::max(floor, (block.positives + rate) / (block.count + 1));
        knots_.emplace_back(block.margins / block.count, floor);
    }
}

double ProbabilityCalibration::probability(double margin) const {
    if (kind_ == CalibrationKind::beta) {
        const auto [near, far] = log_sides(margin);
        return nlu::sigmoid(slope_ * near + far_slope_ * far + constant_);
    }
    if (kind_ != CalibrationKind::isotonic || knots_.empty())
        return nlu::sigmoid(slope_ * margin + constant_);
    const auto above = std::upper_bound(knots_.begin(), knots_.end(), margin,
                                        [](double value, const auto& knot) { return value < knot.first; });
    if (above == knots_.begin()) return knots_.front().second;
    if (above == knots_.end()) return knots_.back().second;
    const auto below = above - 1;
    const double share = (margin - below->first) / (above->first - below->first);
    return below->second + share * (above->second - below->second);
}

void ProbabilityCalibration::write(nlu::SectionWriter& writer) const {
    writer.number(static_cast<std::uint8_t>(kind_));
    writer.number(slope_);
    writer.number(far_slope_);
    writer.number(constant_);
    writer.number(static_cast<std::uint64_t>(knots_.size()));
    for (const auto& [margin, probability] : knots_) {
        writer.number(margin);
        writer.number(probability);
    }
}

bool ProbabilityCalibration::read(nlu::SectionReader& reader) {
    const auto kind = reader.number<std::uint8_t>();
    if (kind > static_cast<std::uint8_t>(CalibrationKind::isotonic)) return false;
    kind_ = static_cast<CalibrationKind>(kind);
    slope_ = reader.number<double>();
    far_slope_ = reader.number<double>();
    constant_ = reader.number<double>();
    const auto count = reader.number<std::uint64_t>();
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
        const auto margin = reader.number<double>();
        knots_.emplace_back(margin, reader.number<double>());
    }
    return reader.ok();
}

}  // namespace parlance::personalization
