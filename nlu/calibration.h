#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "nlu/encoder/section_bytes.h"

namespace parlance::nlu {

// What a pair of models says about one text: a leading one and one that may have a say beside it.
struct ModelScores {
    std::vector<float> main;  // the leading model's score of each class
    std::vector<float> side;  // the other's; empty without one
    float known_words = 0;    // share of the text's words seen in training
    float closeness = 0;      // likeness to the nearest class' centre, in [-1, 1]; 0 without centres
};

// One held-out text with what it truly is; no label is a text about none of the classes.
struct HeldOutText {
    ModelScores scores;
    std::optional<std::uint32_t> label;
};

struct CalibrationOptions {
    // The class that stands for "none of these", when the training data has one; its texts have it as label.
    std::optional<std::uint32_t> out_of_scope;
    double main_weight = 4;         // to start from
    double largest_side_share = 0;  // of the main weight, that the side weight may be
};

// Turns two models' scores into probabilities.
//
// In scope: softmax of main_weight * main + side_weight * side, the weights being the mix and the temperature
// at once. Out of scope: a logistic score over how well the best class fits. Fitted on held-out texts by
// gradient descent on the log loss; its constant then makes one in twenty of the in-scope ones best refused.
// Immutable after fitting; safe to call from several threads.
class Calibration {
public:
    static constexpr std::size_t signals = 8;

    // With few held-out texts, or none, the defaults stay.
    static Calibration fit(std::span<const HeldOutText> held_out, const CalibrationOptions& options);

    // The probabilities of the classes, summing to 1 - p(out of scope); the class `out_of_scope`
    // has 0. Never fails.
    struct Probabilities {
        std::vector<float> classes;
        float out_of_scope = 0;

        // The likeliest class'.
        float best() const;
    };
    Probabilities probabilities(const ModelScores& scores) const;

    std::optional<std::uint32_t> out_of_scope_class() const;
    double main_weight() const { return main_weight_; }
    double side_weight() const { return side_weight_; }

    void write(SectionWriter& writer) const;
    // True when its class of out-of-scope messages is one of this many labels (a damaged file may say
    // otherwise).
    bool fits(std::size_t labels) const { return out_of_scope_ < static_cast<std::int64_t>(labels); }
    bool read(SectionReader& reader);

private:
    std::vector<float> logits(const ModelScores& scores) const;
    std::array<double, signals> signals_of(const ModelScores& scores, const std::vector<float>& logits) const;
    void fit_mix(std::span<const HeldOutText> held_out, double largest_side_share);
    void fit_out_of_scope(std::span<const HeldOutText> held_out);
    void set_refusals(std::span<const HeldOutText> held_out);

    double main_weight_ = 4;
    double side_weight_ = 0.28;
    std::int64_t out_of_scope_ = -1;
    // Logistic weights of the signals and, last, the constant.
    std::array<double, signals + 1> weights_{-3, 0, 0, 0, 0, 0, 0, 0, -1.5};
};

}  // namespace parlance::nlu
