#include <algorithm>

#include "nlu/encoder/row_operations.h"
#include "nlu/encoder/transformer.h"

namespace parlance::nlu {

// One run of a transformer over one text. Everything but the matrices is inlined into `run`'s callers below,
// one for each vector level with registers of `register_bytes`.
template <std::size_t register_bytes>
class ForwardPass {
public:
    ForwardPass(const Transformer& model, std::span<const std::uint32_t> tokens, TransformerScratch& scratch,
                VectorLevel level)
        : model_(model), tokens_(tokens), scratch_(scratch), level_(level) {}

    void run(const TransformerPools& pools) {
        embed();
        run_layer(model_.layers_[0]);
        pool_mean(pools.mean_of_layer_0);
        run_layer(model_.layers_[1]);
        pool_mean(pools.mean_of_layer_1);
        pool_max(pools.max_of_layer_1);
        pool_output(pools);
    }

private:
    std::size_t rows() const { return tokens_.size(); }

    // state = 2 * embedding + timing signal, embedding_width wide
    void embed() {
        for (std::size_t r = 0; r < rows(); ++r) {
            float* row = scratch_.state.data() + r * embedding_width;
            model_.embedding_.look_up(tokens_[r], {row, embedding_width});
            const float* timing = model_.timing_.data() + r * embedding_width;
            for (std::size_t i = 0; i < embedding_width; ++i) row[i] = 2 * row[i] + timing[i];
        }
    }

    void run_layer(const Transformer::Layer& layer) {
        const std::size_t width = layer.inputs;
        normalise(layer.attention_norm, width);
        multiply(layer.query_key_value, scratch_.normalised, width, scratch_.wide, 3 * width);
        add_bias(layer.query_key_value.bias(), scratch_.wide);
        attend(width);
        if (width != model_width) project_state(layer, width);
        multiply(layer.attention_output, scratch_.attended, width, scratch_.normalised, model_width);
        add_to_state(scratch_.normalised, layer.attention_output.bias());
        feed_forward(layer);
    }

    void feed_forward(const Transformer::Layer& layer) {
        normalise(layer.feed_forward_norm, model_width);
        multiply(layer.feed_forward_in, scratch_.normalised, model_width, scratch_.wide, feed_forward_width);
        add_bias(layer.feed_forward_in.bias(), scratch_.wide);
        for (std::size_t i = 0; i < rows() * feed_forward_width; ++i) {
            scratch_.wide[i] = scratch_.wide[i] > 0 ? scratch_.wide[i] : 0;
        }
        multiply(layer.feed_forward_out, scratch_.wide, feed_forward_width, scratch_.normalised, model_width);
        add_to_state(scratch_.normalised, layer.feed_forward_out.bias());
    }

    // Makes the state, which the attention has read, as wide as the layer's output.
    void project_state(const Transformer::Layer& layer, std::size_t width) {
        multiply(layer.residual, scratch_.state, width, scratch_.normalised, model_width);
        add_bias(layer.residual.bias(), scratch_.normalised);
        std::copy_n(scratch_.normalised.data(), rows() * model_width, scratch_.state.data());
    }

    void multiply(const DenseLayer& layer, const std::vector<float>& from, std::size_t inputs,
                  std::vector<float>& to, std::size_t outputs) {
        layer.multiply({from.data(), rows() * inputs}, {to.data(), rows() * outputs}, scratch_.products,
                       level_);
    }

    void normalise(const Transformer::LayerNorm& norm, std::size_t width) {
        for (std::size_t r = 0; r < rows(); ++r) {
            normalise_row<register_bytes>(scratch_.state.data() + r * width, norm.scale.values(),
                                          norm.bias.values(), scratch_.normalised.data() + r * width);
        }
    }

    void add_bias(std::span<const float> bias, std::vector<float>& to) {
        for (std::size_t r = 0; r < rows(); ++r) {
            float* row = to.data() + r * bias.size();
            for (std::size_t i = 0; i < bias.size(); ++i) row[i] += bias[i];
        }
    }

    void add_to_state(const std::vector<float>& from, std::span<const float> bias) {
        for (std::size_t r = 0; r < rows(); ++r) {
            const float* row = from.data() + r * model_width;
            float* state = scratch_.state.data() + r * model_width;
            for (std::size_t i = 0; i < model_width; ++i) state[i] += row[i] + bias[i];
        }
    }

    // attended = for each head, softmax(queries * keys / sqrt(head width)) * values
    void attend(std::size_t width) {
        const std::size_t head_width = width / attention_heads;
        const float scale = 1 / std::sqrt(static_cast<float>(head_width));
        const float* queries = scratch_.wide.data();
        std::fill_n(scratch_.attended.data(), rows() * width, 0.0F);
        for (std::size_t r = 0; r < rows(); ++r) {
            for (std::size_t head = 0; head < width; head += head_width) {
                const float* query = queries + r * 3 * width + head;
                for (std::size_t k = 0; k < rows(); ++k) {
                    const float* key = queries + k * 3 * width + width + head;
                    scratch_.scores[k] = scale * dot<register_bytes>(query, key, head_width);
                }
                softmax<register_bytes>(scratch_.scores.data(), rows());
                float* attended = scratch_.attended.data() + r * width + head;
                for (std::size_t k = 0; k < rows(); ++k) {
                    const float* value = queries + k * 3 * width + 2 * width + head;
                    add_scaled(value, scratch_.scores[k], attended, head_width);
                }
            }
        }
    }

    void pool_mean(std::span<float> mean) {
        std::fill(mean.begin(), mean.end(), 0.0F);
        for (std::size_t r = 0; r < rows(); ++r) {
            add_scaled(scratch_.state.data() + r * model_width, 1, mean.data(), model_width);
        }
        const auto count = static_cast<float>(std::max<std::size_t>(rows(), 1));
        for (float& value : mean) value /= count;
    }

    void pool_max(std::span<float> largest) {
        std::fill(largest.begin(), largest.end(), 0.0F);
        if (rows() > 0) std::copy_n(scratch_.state.data(), model_width, largest.data());
        for (std::size_t r = 1; r < rows(); ++r) {
            const float* row = scratch_.state.data() + r * model_width;
            for (std::size_t i = 0; i < model_width; ++i)
                largest[i] = row[i] > largest[i] ? row[i] : largest[i];
        }
    }

    void pool_output(const TransformerPools& pools) {
        float* output = pools.output.data();
        model_.output_.multiply(pools.mean_of_layer_1, pools.output, scratch_.products, level_);
        add_scaled(model_.output_.bias().data(), 1, output, model_width);
        tanh_row(output, model_width);
        constexpr float shortest = 1e-12F;
        const float length = std::sqrt(std::max(dot<register_bytes>(output, output, model_width), shortest));
        for (std::size_t i = 0; i < model_width; ++i) output[i] /= length;
    }

    const Transformer& model_;
    std::span<const std::uint32_t> tokens_;
    TransformerScratch& scratch_;
    VectorLevel level_;
};

namespace {

[[gnu::flatten]] void run_portable(ForwardPass<16> pass, const TransformerPools& pools) {
    pass.run(pools);
}

#if defined(__x86_64__)
[[gnu::flatten, gnu::target("avx2")]] void run_avx2(ForwardPass<32> pass, const TransformerPools& pools) {
    pass.run(pools);
}

[[gnu::flatten, gnu::target("avx512f,avx512bw,avx512dq,avx512vl")]] void run_avx512(
    ForwardPass<64> pass, const TransformerPools& pools) {
    pass.run(pools);
}
#endif

void make_room(TransformerScratch& scratch, std::size_t rows) {
    scratch.state.resize(rows * model_width);
    scratch.normalised.resize(rows * model_width);
    scratch.attended.resize(rows * model_width);
    scratch.wide.resize(rows * feed_forward_width);
    scratch.scores.resize(max_tokens);
}

}  // namespace

void Transformer::encode(std::span<const std::uint32_t> tokens, const TransformerPools& pools,
                         TransformerScratch& scratch, VectorLevel level) const {
    const auto read = tokens.first(std::min(tokens.size(), max_tokens));
    make_room(scratch, read.size());
#if defined(__x86_64__)
    if (level == VectorLevel::avx512_vnni) return run_avx512({*this, read, scratch, level}, pools);
    if (level == VectorLevel::avx2) return run_avx2({*this, read, scratch, level}, pools);
#endif
    run_portable({*this, read, scratch, level}, pools);
}

}  // namespace parlance::nlu
