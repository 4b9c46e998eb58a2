#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "nlu/encoder/int8_scaling.h"
#include "nlu/encoder/section_bytes.h"
#include "nlu/encoder/vector_level.h"
#include "nlu/encoder/weight_array.h"

namespace parlance::nlu {

// What a multiplication needs while it works; keep one a thread, so that it allocates only while it grows.
struct Int8Scratch {
    QuantisedRows rows;
    std::vector<std::int32_t> sums;
};

// A matrix of 8-bit steps with one scale an output column, a quarter of the room of floats.
//
// Multiplying quantises each row by its own largest magnitude, sums whole numbers and scales the sums back:
// results are within about 1 % of the float product's length, and equal to the bit at every vector level.
// Immutable; safe to call from several threads.
class Int8Matrix {
public:
    static constexpr std::size_t max_inputs = std::size_t{1} << 16;

    Int8Matrix() = default;

    // weights: inputs x outputs, row by row; at most max_inputs inputs.
    static Int8Matrix quantise(std::span<const float> weights, std::size_t inputs, std::size_t outputs);

    // results = rows * matrix. rows: any number of rows, `inputs` wide; results: as many, `outputs` wide.
    void multiply(std::span<const float> rows, std::span<float> results, Int8Scratch& scratch,
                  VectorLevel level = best_vector_level()) const;

    std::size_t inputs() const { return inputs_; }
    std::size_t outputs() const { return scales_.size(); }

    void write(SectionWriter& writer) const;
    // False when the bytes make no matrix.
    bool read(SectionReader& reader);

private:
    std::size_t groups() const;
    std::size_t panels() const;

    std::size_t inputs_ = 0;
    WeightArray<float> scales_;        // one an output
    WeightArray<std::int8_t> panels_;  // packed as in int8_kernels.h
};

}  // namespace parlance::nlu
