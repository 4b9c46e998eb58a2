#include "nlu/linear_model.h"

#include <algorithm>
#include <cmath>

namespace parlance::nlu {

LinearModel::LinearModel(const std::vector<float>& weights, std::vector<float> bias)
    : bias_(std::move(bias)) {
    const std::size_t columns = bias_.size();
    const std::size_t rows = columns == 0 ? 0 : weights.size() / columns;
    steps_.resize(rows * columns);
    scale_.resize(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        const float* from = weights.data() + row * columns;
        float largest = 0;
        for (std::size_t column = 0; column < columns; ++column)
            largest = std::max(largest, std::abs(from[column]));
        scale_[row] = largest / 127;
        if (largest == 0) continue;
        for (std::size_t column = 0; column < columns; ++column) {
            steps_[row * columns + column] =
                static_cast<std::int8_t>(std::lround(from[column] / scale_[row]));
        }
    }
}

std::vector<float> LinearModel::margins(std::span<const WeightedFeature> features) const {
    std::vector<float> sums = bias_;
    const std::size_t columns = bias_.size();
    for (const WeightedFeature& feature : features) {
        if (feature.index >= scale_.size()) continue;
        const std::int8_t* row = steps_.data() + feature.index * columns;
        const float weight = feature.value * scale_[feature.index];
        for (std::size_t column = 0; column < columns; ++column) {
            sums[column] += weight * static_cast<float>(row[column]);
        }
    }
    return sums;
}

void LinearModel::write(ByteWriter& writer) const {
    writer.numbers(bias_);
    writer.numbers(scale_);
    writer.numbers(steps_);
}

bool LinearModel::read(ByteReader& reader) {
    bias_ = reader.numbers<float>();
    scale_ = reader.numbers<float>();
    steps_ = reader.numbers<std::int8_t>();
    return reader.ok() && !bias_.empty() && steps_.size() == scale_.size() * bias_.size();
}

}  // namespace parlance::nlu
