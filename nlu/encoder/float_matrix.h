#pragma once

#include <cstddef>
#include <span>

#include "nlu/encoder/section_bytes.h"
#include "nlu/encoder/vector_level.h"
#include "nlu/encoder/weight_array.h"

namespace parlance::nlu {

// A matrix of 32-bit floats, packed once for multiplying many times: panels of sixteen output columns, in
// each the sixteen weights of one input side by side. Immutable; safe to call from several threads.
class FloatMatrix {
public:
    FloatMatrix() = default;
    // weights: inputs x outputs, row by row.
    FloatMatrix(std::span<const float> weights, std::size_t inputs, std::size_t outputs);

    // results = rows * matrix. rows: any number of rows, `inputs` wide; results: as many, `outputs` wide.
    // Vector levels round differently here.
    void multiply(std::span<const float> rows, std::span<float> results, VectorLevel level) const;

    std::size_t inputs() const { return inputs_; }
    std::size_t outputs() const { return outputs_; }

    void write(SectionWriter& writer) const;
    // False when the bytes make no matrix.
    bool read(SectionReader& reader);

private:
    std::size_t inputs_ = 0;
    std::size_t outputs_ = 0;
    WeightArray<float> panels_;
};

}  // namespace parlance::nlu
