#include "nlu/encoder/dense_layer.h"

namespace parlance::nlu {

DenseLayer::DenseLayer(const DenseWeights& weights, EncoderPrecision precision) : bias_(weights.bias) {
    if (precision == EncoderPrecision::int8) {
        weights_ = Int8Matrix::quantise(weights.weights, weights.inputs, weights.outputs);
    } else {
        weights_ = FloatMatrix(weights.weights, weights.inputs, weights.outputs);
    }
}

void DenseLayer::multiply(std::span<const float> rows, std::span<float> results, Int8Scratch& scratch,
                          VectorLevel level) const {
    if (const auto* steps = std::get_if<Int8Matrix>(&weights_)) {
        steps->multiply(rows, results, scratch, level);
    } else if (const auto* floats = std::get_if<FloatMatrix>(&weights_)) {
        floats->multiply(rows, results, level);
    }
}

void DenseLayer::write(SectionWriter& writer) const {
    std::visit([&writer](const auto& weights) { weights.write(writer); }, weights_);
    writer.array(bias_);
}

bool DenseLayer::read(SectionReader& reader, EncoderPrecision precision, std::size_t inputs,
                      std::size_t outputs) {
    if (precision == EncoderPrecision::int8) weights_ = Int8Matrix();
    const bool usable = std::visit(
        [&](auto& weights) {
            return weights.read(reader) && weights.inputs() == inputs && weights.outputs() == outputs;
        },
        weights_);
    bias_ = reader.array<float>();
    return usable && reader.ok() && bias_.size() == outputs;
}

}  // namespace parlance::nlu
