#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace parlance::nlu {

// One entry of the vocabulary: UTF-8 with U+2581 for a space, and its log probability.
struct Piece {
    std::string text;
    double score = 0;
};

// y = x * weights + bias. weights: a row an input, a column an output.
struct DenseWeights {
    std::size_t inputs = 0;
    std::size_t outputs = 0;
    std::vector<float> weights;
    std::vector<float> bias;
};

struct LayerNormWeights {
    std::vector<float> scale;
    std::vector<float> bias;
};

// One pre-norm transformer layer; `residual` is empty (no outputs) when input and output are as wide.
struct TransformerLayerWeights {
    DenseWeights residual;
    LayerNormWeights attention_norm;
    DenseWeights query_key_value;
    DenseWeights attention_output;
    LayerNormWeights feed_forward_norm;
    DenseWeights feed_forward_in;
    DenseWeights feed_forward_out;
};

// Everything the encoder learned, as 32-bit floats: what a package is read into, and what the
// encoder of either precision is made from.
struct EncoderWeights {
    std::vector<Piece> vocabulary;          // by token id; the first `reserved_tokens` are never matched
    std::vector<float> embedding;           // a row a token id, embedding_width wide
    std::vector<float> inverse_timescales;  // embedding_width / 2
    std::array<TransformerLayerWeights, 2> layers;
    DenseWeights output;
};

// The sizes of the Universal Sentence Encoder, lite, version 1.
inline constexpr std::size_t embedding_width = 256;
inline constexpr std::size_t model_width = 512;
inline constexpr std::size_t feed_forward_width = 1536;
inline constexpr std::size_t attention_heads = 4;
inline constexpr std::size_t max_tokens = 128;  // of a text; what is beyond is not read
inline constexpr std::size_t reserved_tokens = 6;

}  // namespace parlance::nlu
