#pragma once

#include <cstddef>
#include <cstdint>

#include "nlu/encoder/vector_level.h"

namespace parlance::nlu {

// How 8-bit weights are packed: panels of sixteen output columns; in each, for every group of four inputs,
// the four weights of column 0, then of column 1, ... What is missing to a whole panel or group is 0.
inline constexpr std::size_t panel_columns = 16;
inline constexpr std::size_t group_inputs = 4;

// Rows of 8-bit steps times a packed matrix. Steps and weights lie in [-127, 127].
struct Int8Product {
    const std::int8_t* steps = nullptr;       // count rows of groups * group_inputs
    const std::int32_t* step_sums = nullptr;  // one a row
    std::size_t count = 0;
    std::size_t groups = 0;
    const std::int8_t* panels = nullptr;
    std::size_t panel_count = 0;
    std::int32_t* sums = nullptr;  // count rows of panel_count * panel_columns: written over
};

// Fills `sums` with the exact sums of products. At most 2^16 inputs, so that no sum overflows.
// `level` must be supported by the processor. Safe to call from several threads.
void multiply_steps(const Int8Product& product, VectorLevel level);

}  // namespace parlance::nlu
