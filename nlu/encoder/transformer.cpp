#include "nlu/encoder/transformer.h"

#include <cmath>

namespace parlance::nlu {

namespace {

constexpr std::array<std::size_t, 2> layer_inputs = {embedding_width, model_width};

Transformer::LayerNorm make_norm(const LayerNormWeights& weights) {
    return {WeightArray<float>(weights.scale), WeightArray<float>(weights.bias)};
}

Transformer::Layer make_layer(const TransformerLayerWeights& weights, std::size_t inputs,
                              EncoderPrecision precision) {
    return {.inputs = inputs,
            .residual = DenseLayer(weights.residual, precision),
            .attention_norm = make_norm(weights.attention_norm),
            .query_key_value = DenseLayer(weights.query_key_value, precision),
            .attention_output = DenseLayer(weights.attention_output, precision),
            .feed_forward_norm = make_norm(weights.feed_forward_norm),
            .feed_forward_in = DenseLayer(weights.feed_forward_in, precision),
            .feed_forward_out = DenseLayer(weights.feed_forward_out, precision)};
}

// What is added to a token's embedding for its place: sines, then cosines, of the place times each inverse
// timescale. Rounded from doubles and kept in model files, so that no C library's sine shows.
std::vector<float> timing_signal(std::span<const float> inverse_timescales) {
    std::vector<float> signal(max_tokens * embedding_width);
    for (std::size_t place = 0; place < max_tokens; ++place) {
        float* row = signal.data() + place * embedding_width;
        for (std::size_t i = 0; i < inverse_timescales.size(); ++i) {
            const double angle = static_cast<float>(place) * inverse_timescales[i];
            row[i] = static_cast<float>(std::sin(angle));
            row[inverse_timescales.size() + i] = static_cast<float>(std::cos(angle));
        }
    }
    return signal;
}

void write_norm(SectionWriter& writer, const Transformer::LayerNorm& norm) {
    writer.array(norm.scale);
    writer.array(norm.bias);
}

bool read_norm(SectionReader& reader, Transformer::LayerNorm& norm, std::size_t width) {
    norm.scale = reader.array<float>();
    norm.bias = reader.array<float>();
    return norm.scale.size() == width && norm.bias.size() == width;
}

bool read_layer(SectionReader& reader, EncoderPrecision precision, Transformer::Layer& layer) {
    const std::size_t width = layer.inputs;
    const std::size_t residual_outputs = width == model_width ? 0 : model_width;
    const std::size_t residual_inputs = width == model_width ? 0 : width;
    return layer.residual.read(reader, precision, residual_inputs, residual_outputs) &&
           read_norm(reader, layer.attention_norm, width) &&
           layer.query_key_value.read(reader, precision, width, 3 * width) &&
           layer.attention_output.read(reader, precision, width, model_width) &&
           read_norm(reader, layer.feed_forward_norm, model_width) &&
           layer.feed_forward_in.read(reader, precision, model_width, feed_forward_width) &&
           layer.feed_forward_out.read(reader, precision, feed_forward_width, model_width);
}

void write_layer(SectionWriter& writer, const Transformer::Layer& layer) {
    layer.residual.write(writer);
    write_norm(writer, layer.attention_norm);
    layer.query_key_value.write(writer);
    layer.attention_output.write(writer);
    write_norm(writer, layer.feed_forward_norm);
    layer.feed_forward_in.write(writer);
    layer.feed_forward_out.write(writer);
}

}  // namespace

Transformer::Transformer(const EncoderWeights& weights, EncoderPrecision precision)
    : embedding_(weights.embedding, precision),
      timing_(timing_signal(weights.inverse_timescales)),
      layers_{make_layer(weights.layers[0], layer_inputs[0], precision),
              make_layer(weights.layers[1], layer_inputs[1], precision)},
      output_(weights.output, precision) {}

void Transformer::write(SectionWriter& writer) const {
    embedding_.write(writer);
    writer.array(timing_);
    for (const Layer& layer : layers_) write_layer(writer, layer);
    output_.write(writer);
}

bool Transformer::read(SectionReader& reader, EncoderPrecision precision) {
    if (!embedding_.read(reader, precision)) return false;
    timing_ = reader.array<float>();
    if (timing_.size() != max_tokens * embedding_width) return false;
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        layers_[i].inputs = layer_inputs[i];
        if (!read_layer(reader, precision, layers_[i])) return false;
    }
    return output_.read(reader, precision, model_width, model_width);
}

}  // namespace parlance::nlu
