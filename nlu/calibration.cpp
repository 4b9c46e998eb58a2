#include "nlu/calibration.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "nlu/logistic_regression.h"

namespace parlance::nlu {

namespace {

// Out-of-scope texts count as much as this share of the in-scope ones, however many were held out.
constexpr double out_of_scope_share = 0.25;

// So many of the held-out in-scope texts may have out_of_scope as their best intent: turning away what the
// assistant can do costs more than asking once too often.
constexpr double refused_share = 0.05;

// With fewer in-scope texts than this a fit says more about their accidents than about the model, and may
// turn everything away: the defaults are the better guess.
constexpr std::ptrdiff_t fewest_to_fit = 30;

// exp(value - largest) of every class but `left_out`, scaled to sum 1.
std::vector<float> softmax(const std::vector<float>& logits, std::int64_t left_out) {
    float largest = -std::numeric_limits<float>::infinity();
    for (std::size_t i = 0; i < logits.size(); ++i) {
        if (static_cast<std::int64_t>(i) != left_out) largest = std::max(largest, logits[i]);
    }
    std::vector<float> result(logits.size(), 0);
    double sum = 0;
    for (std::size_t i = 0; i < logits.size(); ++i) {
        if (static_cast<std::int64_t>(i) == left_out) continue;
        result[i] = std::exp(logits[i] - largest);
        sum += result[i];
    }
    for (float& value : result) value = sum > 0 ? static_cast<float>(value / sum) : 0;
    return result;
}

// The two largest values of every class but `left_out`.
std::pair<float, float> best_two(const std::vector<float>& values, std::int64_t left_out) {
    constexpr float none = -std::numeric_limits<float>::infinity();
    std::pair<float, float> best{none, none};
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (static_cast<std::int64_t>(i) == left_out) continue;
        if (values[i] > best.first) {
            best = {values[i], best.first};
        } else {
            best.second = std::max(best.second, values[i]);
        }
    }
    return best;
}

}  // namespace

Calibration Calibration::fit(std::span<const HeldOutText> held_out, const CalibrationOptions& options) {
    Calibration result;
    result.main_weight_ = options.main_weight;
    result.side_weight_ = options.main_weight * options.largest_side_share;
    if (options.out_of_scope) result.out_of_scope_ = *options.out_of_scope;
    const auto in_scope = std::count_if(held_out.begin(), held_out.end(), [&](const HeldOutText& text) {
        return text.label && text.label != options.out_of_scope;
    });
    if (in_scope < fewest_to_fit) return result;
    result.fit_mix(held_out, options.largest_side_share);
    result.fit_out_of_scope(held_out);
    return result;
}

std::optional<std::uint32_t> Calibration::out_of_scope_class() const {
    if (out_of_scope_ < 0) return std::nullopt;
    return static_cast<std::uint32_t>(out_of_scope_);
}

std::vector<float> Calibration::logits(const ModelScores& scores) const {
    std::vector<float> result(scores.main.size());
    for (std::size_t i = 0; i < result.size(); ++i) {
        const double from_side = i < scores.side.size() ? side_weight_ * scores.side[i] : 0;
        result[i] = static_cast<float>(main_weight_ * scores.main[i] + from_side);
    }
    return result;
}

std::array<double, Calibration::signals> Calibration::signals_of(const ModelScores& scores,
                                                                 const std::vector<float>& logits) const {
    const auto main = best_two(scores.main, out_of_scope_);
    const auto mixed = best_two(logits, out_of_scope_);
    const auto side = best_two(scores.side, out_of_scope_);
    double energy = 0;
    for (std::size_t i = 0; i < logits.size(); ++i) {
        if (static_cast<std::int64_t>(i) != out_of_scope_) energy += std::exp(logits[i] - mixed.first);
    }
    const bool has_class = out_of_scope_ >= 0;
    const auto own = static_cast<std::size_t>(std::max<std::int64_t>(out_of_scope_, 0));
    const auto finite = [](double value) { return std::isfinite(value) ? value : 0; };
    return {finite(main.first),
            finite(mixed.first + std::log(energy)),
            finite(side.first),
            has_class ? finite(scores.main[own]) : 0,
            finite(std::min(main.first - main.second, 3.0F)),
            scores.known_words,
            has_class && !scores.side.empty() ? finite(scores.side[own]) : 0,
            scores.closeness};
}

Calibration::Probabilities Calibration::probabilities(const ModelScores& scores) const {
    const std::vector<float> mixed = logits(scores);
    const std::array<double, signals> found = signals_of(scores, mixed);
    double sum = weights_[signals];
    for (std::size_t k = 0; k < signals; ++k) sum += weights_[k] * found[k];
    Probabilities result{softmax(mixed, out_of_scope_), static_cast<float>(sigmoid(sum))};
    for (float& value : result.classes) value *= 1 - result.out_of_scope;
    return result;
}

float Calibration::Probabilities::best() const {
    return classes.empty() ? 0 : *std::max_element(classes.begin(), classes.end());
}

void Calibration::fit_mix(std::span<const HeldOutText> held_out, double largest_side_share) {
    std::vector<const HeldOutText*> lines;
    for (const HeldOutText& text : held_out) {
        if (text.label && static_cast<std::int64_t>(*text.label) != out_of_scope_) lines.push_back(&text);
    }
    if (lines.empty()) return;
    // Two weights and a convex loss: gradient descent with a step that shrinks when it overshoots.
    double step = 4;
    double last = std::numeric_limits<double>::infinity();
    for (int round = 0; round < 200; ++round) {
        double loss = 0;
        double main_slope = 0;
        double side_slope = 0;
        for (const HeldOutText* line : lines) {
            const ModelScores& scores = line->scores;
            const std::vector<float> chances = softmax(logits(scores), out_of_scope_);
            loss -= std::log(std::max(chances[*line->label], 1e-9F));
            for (std::size_t i = 0; i < chances.size(); ++i) {
                if (static_cast<std::int64_t>(i) == out_of_scope_) continue;
                const double miss = chances[i] - (i == *line->label ? 1 : 0);
                main_slope += miss * scores.main[i];
                if (!scores.side.empty()) side_slope += miss * scores.side[i];
            }
        }
        const auto count = static_cast<double>(lines.size());
        step = loss > last ? step / 2 : step * 1.05;
        last = loss;
        main_weight_ = std::clamp(main_weight_ - step * main_slope / count, 0.1, 40.0);
        side_weight_ = std::clamp(side_weight_ - 0.1 * step * side_slope / count, 0.0,
                                  largest_side_share * main_weight_);
    }
}

void Calibration::fit_out_of_scope(std::span<const HeldOutText> held_out) {
    std::vector<LogisticLine> lines;
    std::array<double, 3> counts{};  // in scope, labelled out of scope, of unseen classes
    const auto kind_of = [&](const HeldOutText& text) -> std::size_t {
        if (!text.label) return 2;
        return static_cast<std::int64_t>(*text.label) == out_of_scope_ ? 1 : 0;
    };
    for (const HeldOutText& text : held_out) {
        const std::size_t kind = kind_of(text);
        ++counts[kind];
        const std::array<double, signals> found = signals_of(text.scores, logits(text.scores));
        lines.push_back({{found.begin(), found.end()}, kind > 0 ? 1.0 : 0.0, 1});
    }
    if (counts[0] < 1 || counts[1] + counts[2] < 1) return;
    // Both kinds of out-of-scope texts count alike, however few there are of one.
    const double share = out_of_scope_share * counts[0] / (counts[1] > 0 && counts[2] > 0 ? 2 : 1);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t kind = kind_of(held_out[i]);
        if (kind > 0) lines[i].weight = share / counts[kind];
    }
    const std::vector<double> weights = fit_logistic(std::move(lines));
    std::copy(weights.begin(), weights.end(), weights_.begin());
    set_refusals(held_out);
}

// Moves the constant so that `refused_share` of the in-scope texts are refused. A text is refused when the
// odds of out_of_scope exceed its best class' chance among the others, so ln(chance) - score is what it
// bears.
void Calibration::set_refusals(std::span<const HeldOutText> held_out) {
    std::vector<double> bearable;
    for (const HeldOutText& text : held_out) {
        if (!text.label || static_cast<std::int64_t>(*text.label) == out_of_scope_) continue;
        const std::vector<float> mixed = logits(text.scores);
        const std::array<double, signals> found = signals_of(text.scores, mixed);
        double score = weights_[signals];
        for (std::size_t k = 0; k < signals; ++k) score += weights_[k] * found[k];
        const std::vector<float> chances = softmax(mixed, out_of_scope_);
        bearable.push_back(std::log(*std::max_element(chances.begin(), chances.end())) - score);
    }
    std::sort(bearable.begin(), bearable.end());
    const auto place = static_cast<std::size_t>(refused_share * static_cast<double>(bearable.size()));
    weights_[signals] += bearable[place];
}

void Calibration::write(SectionWriter& writer) const {
    writer.number(main_weight_);
    writer.number(side_weight_);
    writer.number(out_of_scope_);
    for (const double weight : weights_) writer.number(weight);
}

bool Calibration::read(SectionReader& reader) {
    main_weight_ = reader.number<double>();
    side_weight_ = reader.number<double>();
    out_of_scope_ = reader.number<std::int64_t>();
    for (double& weight : weights_) weight = reader.number<double>();
    return reader.ok() && out_of_scope_ >= -1 && out_of_scope_ <= std::numeric_limits<std::int32_t>::max();
}

}  // namespace parlance::nlu
