#include "nlu/encoder/encoder_package.h"

#include <optional>
#include <string>

#include "intents/json_node.h"
#include "nlu/encoder/tensor_archive.h"

namespace parlance::nlu {

namespace {

const std::string encoder = "/Encoder_en/";
const std::string trained_root = "module" + encoder;           // weights as they were trained
const std::string applied = "module_apply_default" + encoder;  // weights the converter folded
const std::string stack = "KonaTransformer/Encode/TransformerStack/";
const std::string encode = "KonaTransformer/Encode/";
const std::string folded = "/ConcatPartitions/concat";

// Copies tensors out of an archive and keeps the first error, so that a caller checks once.
class TensorCopier {
public:
    explicit TensorCopier(const TensorArchive& archive) : archive_(archive) {}

    std::vector<float> values(const std::string& name, std::size_t count) {
        const auto found = archive_.tensor(name, count);
        if (!found) {
            if (!error_) error_ = found.error();
            return {};
        }
        return {found->begin(), found->end()};
    }
    DenseWeights dense(const std::string& weights, const std::string& bias, std::size_t inputs,
                       std::size_t outputs) {
        return {inputs, outputs, values(weights, inputs * outputs), values(bias, outputs)};
    }
    LayerNormWeights norm(const std::string& layer, std::size_t width) {
        const std::string name = layer + "layer_prepostprocess/layer_norm/layer_norm_";
        return {values(name + "scale" + folded, width), values(name + "bias" + folded, width)};
    }
    const std::optional<Error>& error() const { return error_; }

private:
    const TensorArchive& archive_;
    std::optional<Error> error_;
};

TransformerLayerWeights copy_layer(TensorCopier& tensors, std::size_t number, std::size_t inputs) {
    const std::string name = "Layer_" + std::to_string(number) + "/TransformerLayer/";
    const std::string trained = trained_root + encode + name + "MultiheadAttention/";
    const std::string biases = applied + encode + name;
    const std::string convolutions = applied + stack + name + "FFN/";
    TransformerLayerWeights layer;
    if (inputs != model_width) {
        layer.residual = tensors.dense(biases + "dense/kernel" + folded, biases + "dense/bias" + folded,
                                       inputs, model_width);
    }
    layer.attention_norm = tensors.norm(biases, inputs);
    layer.query_key_value =
        tensors.dense(trained + "qkv_transform_single/kernel/part_0",
                      biases + "MultiheadAttention/qkv_transform_single/bias" + folded, inputs, 3 * inputs);
    layer.attention_output = tensors.dense(
        trained + "output_transform_single/kernel/part_0",
        biases + "MultiheadAttention/output_transform_single/bias" + folded, inputs, model_width);
    layer.feed_forward_norm = tensors.norm(biases + "FFN/", model_width);
    layer.feed_forward_in =
        tensors.dense(convolutions + "conv1/Tensordot/Reshape_1", biases + "FFN/conv1/bias" + folded,
                      model_width, feed_forward_width);
    layer.feed_forward_out =
        tensors.dense(convolutions + "conv2/Tensordot/Reshape_1", biases + "FFN/conv2/bias" + folded,
                      feed_forward_width, model_width);
    return layer;
}

Error bad_vocabulary(const std::filesystem::path& file) {
    return {ErrorCode::bad_model,
            file.string() + " is no list of [piece, score]; install the package again with script/setup"};
}

// Pieces without a score, which are those with a colon, count 0.
Result<std::vector<Piece>> read_vocabulary(const std::filesystem::path& file) {
    const auto text = read_model_file(file);
    if (!text) return text.error();
    const auto json = parse_json(*text);
    const JsonNode* root = std::get_if<JsonNode>(&json);
    if (!root || !root->array() || root->array()->size() <= reserved_tokens) return bad_vocabulary(file);
    std::vector<Piece> pieces;
    pieces.reserve(root->array()->size());
    for (const JsonNode& entry : *root->array()) {
        const auto* pair = entry.array();
        if (!pair || pair->size() != 2 || !pair->front().text() || pair->front().text()->empty() ||
            !(pair->back().is_number() || pair->back().is_null())) {
            return bad_vocabulary(file);
        }
        pieces.push_back({*pair->front().text(), pair->back().number_or(0)});
    }
    return pieces;
}

}  // namespace

Result<EncoderWeights> read_encoder_package(const std::filesystem::path& package) {
    auto vocabulary = read_vocabulary(package / "dist/vocab.json");
    if (!vocabulary) return vocabulary.error();
    const auto archive = TensorArchive::read(package / "dist");
    if (!archive) return archive.error();
    constexpr std::size_t spare_rows = 2;  // the table has two rows more than the vocabulary has pieces
    TensorCopier tensors(*archive);
    EncoderWeights weights;
    weights.embedding =
        tensors.values("module/Embeddings_en", (vocabulary->size() + spare_rows) * embedding_width);
    weights.inverse_timescales = tensors.values(
        applied + stack + "Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1", embedding_width / 2);
    weights.layers[0] = copy_layer(tensors, 0, embedding_width);
    weights.layers[1] = copy_layer(tensors, 1, model_width);
    weights.output =
        tensors.dense(trained_root + "hidden_layers/tanh_layer_0/weights",
                      trained_root + "hidden_layers/tanh_layer_0/bias", model_width, model_width);
    weights.vocabulary = std::move(*vocabulary);
    if (tensors.error()) return *tensors.error();
    return weights;
}

}  // namespace parlance::nlu
