#pragma once

#include <span>
#include <variant>

#include "nlu/encoder/encoder_weights.h"
#include "nlu/encoder/float_matrix.h"
#include "nlu/encoder/int8_matrix.h"

namespace parlance::nlu {

// How an encoder keeps its weights: as they were trained, or as 8-bit steps, four times smaller and faster.
enum class EncoderPrecision { float32, int8 };

// y = x * weights + bias at either precision. Immutable; safe to call from several threads.
class DenseLayer {
public:
    DenseLayer() = default;
    DenseLayer(const DenseWeights& weights, EncoderPrecision precision);

    // results = rows * weights, without the bias. rows: any number, `inputs` wide; results: as many,
    // `outputs` wide.
    void multiply(std::span<const float> rows, std::span<float> results, Int8Scratch& scratch,
                  VectorLevel level) const;
    // One an output.
    std::span<const float> bias() const { return bias_.values(); }

    void write(SectionWriter& writer) const;
    // False when the bytes make no layer of this precision and these sizes.
    bool read(SectionReader& reader, EncoderPrecision precision, std::size_t inputs, std::size_t outputs);

private:
    std::variant<FloatMatrix, Int8Matrix> weights_;
    WeightArray<float> bias_;
};

}  // namespace parlance::nlu
