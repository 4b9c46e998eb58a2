#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "nlu/encoder/section_bytes.h"
#include "nlu/ngram_index.h"

namespace parlance::nlu {

// One line of training: a text's features and the number of its class.
struct LabelledFeatures {
    std::vector<WeightedFeature> features;
    std::uint32_t label = 0;
};

struct LinearTraining {
    std::uint32_t classes = 0;
    std::size_t features = 0;
    double c = 1;  // how much an error costs against a small weight vector
    unsigned seed = 1;
};

// One-vs-rest linear support vector machines over sparse features. Weights are kept as 8-bit
// steps of one scale a feature, which costs no accuracy and a quarter of the room.
// Immutable after training; safe to call from several threads.
class LinearModel {
public:
    LinearModel() = default;

    // Method: dual coordinate descent for the squared hinge loss (Hsieh et al. 2008), by liblinear.
    // Deterministic for a seed; seeds the C library's rand, so not to be run beside itself.
    static LinearModel train(std::span<const LabelledFeatures> lines, const LinearTraining& training);

    // Each class' signed distance from its border; the training margin is 1.
    std::vector<float> margins(std::span<const WeightedFeature> features) const;
    std::size_t classes() const { return bias_.size(); }
    std::size_t features() const { return scale_.size(); }

    void write(SectionWriter& writer) const;
    // False when the bytes make no model.
    bool read(SectionReader& reader);

private:
    // weights: row by feature, a column a class.
    LinearModel(const std::vector<float>& weights, std::vector<float> bias);

    WeightArray<std::int8_t> steps_;  // features x classes
    WeightArray<float> scale_;        // one a feature
    WeightArray<float> bias_;         // one a class
};

}  // namespace parlance::nlu
