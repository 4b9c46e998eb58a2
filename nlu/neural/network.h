#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "nlu/neural/dense_product.h"
#include "nlu/ngram_index.h"

namespace parlance::nlu {

struct NetworkShape {
    std::size_t dense = 0;      // numbers a text brings along: the encoder's pools; 0 without an encoder
    std::size_t ngrams = 0;     // rows of the embedding
    std::size_t embedding = 0;  // width of one n-gram's vector
    std::size_t hidden = 0;
    std::size_t classes = 0;
};

// One text as the network takes it.
struct NetworkInput {
    std::span<const float> dense;              // shape.dense numbers, standardised
    std::span<const WeightedFeature> ngrams;   // indices below shape.ngrams
};

// The weights of a wide and deep network (Cheng et al. 2016): the n-grams' vectors are summed by their
// weights, stand beside the dense input, and one hidden layer of GELUs leads to the classes' logits.
// A plain value, used for training; `NeuralHead` is what answers.
struct Network {
    NetworkShape shape;
    Matrix embedding;       // ngrams x embedding
    Matrix hidden_weights;  // (dense + embedding) x hidden
    std::vector<float> hidden_bias;
    Matrix output_weights;  // hidden x classes
    std::vector<float> output_bias;

    // Small random weights that depend on the seed alone (LeCun et al. 1998).
    static Network random(const NetworkShape& shape, std::uint64_t seed);
};

}  // namespace parlance::nlu
