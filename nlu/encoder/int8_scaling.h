#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "nlu/encoder/vector_level.h"

namespace parlance::nlu {

// Rows of numbers as 8-bit steps, each row with a scale of its own: value = step * scale. Keep one a thread,
// so that it allocates only while it grows.
struct QuantisedRows {
    std::size_t count = 0;
    std::size_t width = 0;           // of the rows given, made a whole number of `group_inputs` with zeros
    std::vector<std::int8_t> steps;  // count x width, in [-127, 127]
    std::vector<float> scales;       // one a row
    std::vector<std::int32_t> step_sums;  // one a row
};

// Fills `quantised` with `rows`, `width` wide. Symmetric, each row by its own largest magnitude; halves go to
// the even step.
void quantise(std::span<const float> rows, std::size_t width, VectorLevel level, QuantisedRows& quantised);

// Sums of steps to be turned back into numbers: result = sum * (row scale * column scale).
struct SumsToScale {
    const std::int32_t* sums = nullptr;  // a row of sums_width for each of row_scales
    std::size_t sums_width = 0;
    std::span<const float> row_scales;
    std::span<const float> column_scales;  // as many as a row of results is wide
};

void scale_sums(const SumsToScale& sums, std::span<float> results, VectorLevel level);

}  // namespace parlance::nlu
