#include "nlu/linear_model.h"

#include <algorithm>
#include <cmath>

#include "nlu/neural/vector_loops.h"

namespace parlance::nlu {

LinearModel::LinearModel(const std::vector<float>& weights, std::vector<float> bias)
    : bias_(std::move(bias)) {
    const std::size_t columns = bias_.size();
    const std::size_t rows = columns == 0 ? 0 : weights.size() / columns;
    std::vector<std::int8_t> steps(rows * columns);
    std::vector<float> scale(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        const float* from = weights.data() + row * columns;
        float largest = 0;
        for (std::size_t column = 0; column < columns; ++column)
            largest = std::max(largest, std::abs(from[column]));
        scale[row] = largest / 127;
        if (largest == 0) continue;
        for (std::size_t column = 0; column < columns; ++column) {
            steps[row * columns + column] = static_cast<std::int8_t>(std::lround(from[column] / scale[row]));
        }
    }
    steps_ = WeightArray<std::int8_t>(std::move(steps));
    scale_ = WeightArray<float>(std::move(scale));
}

std::vector<float> LinearModel::margins(std::span<const WeightedFeature> features) const {
    std::vector<float> sums(bias_.values().begin(), bias_.values().end());
    const std::size_t columns = bias_.size();
    for (const WeightedFeature& feature : features) {
        if (feature.index >= scale_.size()) continue;
        const std::span<const std::int8_t> row = steps_.values().subspan(feature.index * columns, columns);
        add_scaled(sums, feature.value * scale_[feature.index], row);
    }
    return sums;
}

void LinearModel::write(SectionWriter& writer) const {
    writer.array(bias_);
    writer.array(scale_);
    writer.array(steps_);
}

bool LinearModel::read(SectionReader& reader) {
    bias_ = reader.array<float>();
    scale_ = reader.array<float>();
    steps_ = reader.array<std::int8_t>();
    return reader.ok() && bias_.size() > 0 && steps_.size() == scale_.size() * bias_.size();
}

}  // namespace parlance::nlu
