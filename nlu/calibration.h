#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "nlu/model_bytes.h"

namespace parlance::nlu {

// What both models say about one text.
struct ModelScores {
    std::vector<float> margins;            // the linear model's, one a class
    std::vector<float> log_probabilities;  // fastText's, one a class; empty without fastText
    float known_words = 0;                 // share of the text's words seen in training
};

// One held-out text with what it truly is; no label is a text about none of the classes.
struct HeldOutText {
    ModelScores scores;
    std::optional<std::uint32_t> label;
};

// Turns two models' scores into probabilities.
//
// In scope: softmax of margin_weight * margin + fasttext_weight * log probability, the weights
// being the mix and the temperature at once. Out of scope: a logistic score over how well
// the best class fits. Fitted on held-out texts by gradient descent on the log loss; its constant then makes
// one in twenty of the in-scope ones best refused.
// Immutable after fitting; safe to call from several threads.
class Calibration {
public:
    static constexpr std::size_t signals = 7;

    // out_of_scope: the class that stands for "none of these", when the training data has one; its
    // texts have it as their label. Without held-out texts the defaults stay.
    static Calibration fit(std::span<const HeldOutText> held_out, std::optional<std::uint32_t> out_of_scope);

    // The probabilities of the classes, summing to 1 - p(out of scope); the class `out_of_scope`
    // has 0. Never fails.
    struct Probabilities {
        std::vector<float> classes;
        float out_of_scope = 0;
    };
    Probabilities probabilities(const ModelScores& scores) const;

    std::optional<std::uint32_t> out_of_scope_class() const;
    double margin_weight() const { return margin_weight_; }
    double fasttext_weight() const { return fasttext_weight_; }

    void write(ByteWriter& writer) const;
    // True when its class of out-of-scope messages is one of this many labels (a damaged file may say
    // otherwise).
    bool fits(std::size_t labels) const { return out_of_scope_ < static_cast<std::int64_t>(labels); }
    bool read(ByteReader& reader);

private:
    std::vector<float> logits(const ModelScores& scores) const;
    std::array<double, signals> signals_of(const ModelScores& scores, const std::vector<float>& logits) const;
    void fit_mix(std::span<const HeldOutText> held_out);
    void fit_out_of_scope(std::span<const HeldOutText> held_out);
    void set_refusals(std::span<const HeldOutText> held_out);

    double margin_weight_ = 4;
    double fasttext_weight_ = 0.28;
    std::int64_t out_of_scope_ = -1;
    // Logistic weights of the signals and, last, the constant.
    std::array<double, signals + 1> weights_{-3, 0, 0, 0, 0, 0, 0, -1.5};
};

}  // namespace parlance::nlu
