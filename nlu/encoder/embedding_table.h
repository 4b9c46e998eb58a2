#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "nlu/encoder/dense_layer.h"

namespace parlance::nlu {

// A row of embedding_width numbers for every token id; at int8 as steps of one scale a row.
// Immutable; safe to call from several threads.
class EmbeddingTable {
public:
    EmbeddingTable() = default;
    EmbeddingTable(std::span<const float> rows, EncoderPrecision precision);

    // Fills `row` (embedding_width) with a token's numbers; `token` must be below rows().
    void look_up(std::uint32_t token, std::span<float> row) const;
    std::size_t rows() const;

    void write(SectionWriter& writer) const;
    // False when the bytes make no table of this precision.
    bool read(SectionReader& reader, EncoderPrecision precision);

private:
    EncoderPrecision precision_ = EncoderPrecision::float32;
    WeightArray<float> floats_;       // rows x embedding_width, at float32
    WeightArray<std::int8_t> steps_;  // rows x embedding_width, at int8
    WeightArray<float> scales_;       // one a row, at int8
};

}  // namespace parlance::nlu
