#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "nlu/encoder/dense_layer.h"
#include "nlu/encoder/embedding_table.h"
#include "nlu/encoder/encoder_weights.h"

namespace parlance::nlu {

// The rows a forward pass works on; keep one a thread, so that it allocates only while it grows.
struct TransformerScratch {
    std::vector<float> state;       // tokens x model_width: what the layers add to
    std::vector<float> normalised;  // tokens x model_width
    std::vector<float> wide;      // tokens x feed_forward_width: queries, keys, values; then the inner layer
    std::vector<float> attended;  // tokens x model_width
    std::vector<float> scores;    // max_tokens
    Int8Scratch products;
};

// Where the pools of a forward pass go; each model_width.
struct TransformerPools {
    std::span<float> output;  // length 1
    std::span<float> mean_of_layer_1;
    std::span<float> max_of_layer_1;
    std::span<float> mean_of_layer_0;
};

// The Universal Sentence Encoder, lite (Cer et al. 2018): two pre-norm transformer layers (Vaswani et al.
// 2017) over token embeddings, their mean through a dense layer with tanh, scaled to length 1. Immutable;
// safe to call from several threads.
class Transformer {
public:
    Transformer() = default;
    Transformer(const EncoderWeights& weights, EncoderPrecision precision);

    // Reads up to max_tokens of `tokens`, each below tokens_known(). No tokens give zeros and the output of
    // a mean of zeros. At int8 all levels give equal bits.
    void encode(std::span<const std::uint32_t> tokens, const TransformerPools& pools,
                TransformerScratch& scratch, VectorLevel level) const;
    std::size_t tokens_known() const { return embedding_.rows(); }

    void write(SectionWriter& writer) const;
    // False when the bytes make no transformer of this precision.
    bool read(SectionReader& reader, EncoderPrecision precision);

    struct LayerNorm {
        WeightArray<float> scale;
        WeightArray<float> bias;
    };
    struct Layer {
        std::size_t inputs = model_width;
        DenseLayer residual;  // only where inputs are not model_width wide
        LayerNorm attention_norm;
        DenseLayer query_key_value;
        DenseLayer attention_output;
        LayerNorm feed_forward_norm;
        DenseLayer feed_forward_in;
        DenseLayer feed_forward_out;
    };

private:
    template <std::size_t register_bytes>
    friend class ForwardPass;

    EmbeddingTable embedding_;
    WeightArray<float> timing_;  // max_tokens x embedding_width
    std::array<Layer, 2> layers_;
    DenseLayer output_;
};

}  // namespace parlance::nlu
