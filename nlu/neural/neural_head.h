#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "nlu/encoder/int8_matrix.h"
#include "nlu/neural/network.h"

namespace parlance::nlu {

// How the dense inputs of a text are made comparable: (value - mean) * scale, each by its own.
struct Standardisation {
    std::vector<float> mean;
    std::vector<float> scale;

    // The means and one over the deviations of some rows of `width` numbers, one after the other.
    static Standardisation of(std::span<const float> rows, std::size_t width);
    void apply(std::span<float> row) const;
};

// A few wide and deep networks, trained from different random weights, as one classifier with 8-bit weights:
// their logits are averaged, which is worth more than one network of their joint size (Lakshminarayanan et
// al. 2017). Immutable; safe to call from several threads; equal to the bit on every processor.
class NeuralHead {
public:
    NeuralHead() = default;

    // members: at least one, all of one shape. row_of_ngram: which row of the embeddings an n-gram of the
    // index has, `no_row` for none.
    static constexpr std::uint32_t no_row = 0xFFFFFFFF;
    NeuralHead(std::span<const Network> members, const Standardisation& standardisation,
               std::vector<std::uint32_t> row_of_ngram);

    // The mean of the members' logits. dense: as the encoder gives it; ngrams: by the index.
    std::vector<float> logits(std::span<const float> dense, std::span<const WeightedFeature> ngrams) const;

    std::size_t dense() const { return mean_.size(); }
    std::size_t ngrams() const { return row_of_ngram_.size(); }
    std::size_t classes() const { return output_bias_.size(); }

    void write(SectionWriter& writer) const;
    // False when the bytes make no head.
    bool read(SectionReader& reader);

private:
    struct Member {
        WeightArray<std::int8_t> embedding;  // rows x width, in steps of the row's scale
        WeightArray<float> row_scales;
        Int8Matrix embedded_weights;
        Int8Matrix output_weights;
    };

    static Member compress(const Network& network);
    bool fits() const;
    void embed(const Member& member, std::span<const WeightedFeature> ngrams, std::span<float> sums) const;

    WeightArray<float> mean_;
    WeightArray<float> scale_;
    WeightArray<std::uint32_t> row_of_ngram_;
    Int8Matrix dense_weights_;        // dense x (hidden of member 0, hidden of member 1, ...)
    WeightArray<float> hidden_bias_;  // as wide
    WeightArray<float> output_bias_;  // mean over the members
    std::vector<Member> members_;
};

}  // namespace parlance::nlu
