#include "nlu/encoder/int8_matrix.h"

#include <algorithm>
#include <cmath>

#include "nlu/encoder/int8_kernels.h"

namespace parlance::nlu {

namespace {

constexpr float largest_step = 127;

std::vector<float> column_scales(std::span<const float> weights, std::size_t inputs, std::size_t outputs) {
    std::vector<float> scales(outputs, 0);
    for (std::size_t i = 0; i < inputs; ++i) {
        for (std::size_t o = 0; o < outputs; ++o) {
            scales[o] = std::max(scales[o], std::abs(weights[i * outputs + o]) / largest_step);
        }
    }
    return scales;
}

}  // namespace

std::size_t Int8Matrix::groups() const {
    return (inputs_ + group_inputs - 1) / group_inputs;
}

std::size_t Int8Matrix::panels() const {
    return (outputs() + panel_columns - 1) / panel_columns;
}

Int8Matrix Int8Matrix::quantise(std::span<const float> weights, std::size_t inputs, std::size_t outputs) {
    Int8Matrix matrix;
    matrix.inputs_ = inputs;
    matrix.scales_ = WeightArray<float>(column_scales(weights, inputs, outputs));
    std::vector<std::int8_t> packed(matrix.panels() * matrix.groups() * panel_columns * group_inputs);
    for (std::size_t i = 0; i < inputs; ++i) {
        for (std::size_t o = 0; o < outputs; ++o) {
            const float scale = matrix.scales_[o];
            if (!(scale > 0)) continue;
            const std::size_t group = o / panel_columns * matrix.groups() + i / group_inputs;
            const std::size_t at =
                (group * panel_columns + o % panel_columns) * group_inputs + i % group_inputs;
            packed[at] = static_cast<std::int8_t>(
                std::clamp(std::lround(weights[i * outputs + o] / scale), -127L, 127L));
        }
    }
    matrix.panels_ = WeightArray<std::int8_t>(std::move(packed));
    return matrix;
}

void Int8Matrix::multiply(std::span<const float> rows, std::span<float> results, Int8Scratch& scratch,
                          VectorLevel level) const {
    nlu::quantise(rows, inputs_, level, scratch.rows);
    const std::size_t sums_width = panels() * panel_columns;
    scratch.sums.resize(scratch.rows.count * sums_width);
    const QuantisedRows& steps = scratch.rows;
    multiply_steps({.steps = steps.steps.data(),
                    .step_sums = steps.step_sums.data(),
                    .count = steps.count,
                    .groups = groups(),
                    .panels = panels_.data(),
                    .panel_count = panels(),
                    .sums = scratch.sums.data()},
                   level);
    scale_sums({scratch.sums.data(), sums_width, steps.scales, scales_.values()}, results, level);
}

void Int8Matrix::write(SectionWriter& writer) const {
    writer.number(static_cast<std::uint32_t>(inputs_));
    writer.array(scales_);
    writer.array(panels_);
}

bool Int8Matrix::read(SectionReader& reader) {
    inputs_ = reader.number<std::uint32_t>();
    scales_ = reader.array<float>();
    panels_ = reader.array<std::int8_t>();
    return reader.ok() && inputs_ <= max_inputs &&
           panels_.size() == panels() * groups() * panel_columns * group_inputs;
}

}  // namespace parlance::nlu
