#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "nlu/neural/network.h"
#include "nlu/neural/random_stream.h"

namespace parlance::nlu {

// Shares of the inputs and of the hidden layer that are left out at random (Srivastava et al. 2014).
struct Dropout {
    float input = 0;
    float hidden = 0;
};

// A text's class, and how much a miss costs.
struct NetworkTarget {
    std::uint32_t label = 0;
    float weight = 1;
};

// One batch's way through a network and back. Keeps its buffers, so use one object for all batches.
class NetworkPass {
public:
    explicit NetworkPass(const Network& network) : network_(network) {}

    // Computes the logits, inputs.size() x classes.
    const Matrix& forward(std::span<const NetworkInput> inputs, const Dropout& dropout, RandomStream& random);

    // After `forward` of the same inputs: the mean cross-entropy against the targets, each smoothed by
    // `smoothing` over all classes (Szegedy et al. 2016), and the slopes of it.
    double backward(std::span<const NetworkInput> inputs, std::span<const NetworkTarget> targets,
                    float smoothing);

    // The slopes of the last `backward`.
    const Matrix& hidden_weights_slope() const { return hidden_weights_slope_; }
    const std::vector<float>& hidden_bias_slope() const { return hidden_bias_slope_; }
    const Matrix& output_weights_slope() const { return output_weights_slope_; }
    const std::vector<float>& output_bias_slope() const { return output_bias_slope_; }
    // Row i is the slope of the embedding's row touched_rows()[i]; the other rows have none.
    std::span<const std::uint32_t> touched_rows() const { return touched_rows_; }
    std::span<const float> embedding_slope(std::size_t i) const {
        return {embedding_slope_.data() + i * network_.shape.embedding, network_.shape.embedding};
    }

private:
    void gather(std::span<const NetworkInput> inputs);
    void drop(Matrix& values, Matrix& mask, float share, RandomStream& random);
    double output_slope(std::span<const NetworkTarget> targets, float smoothing);
    void scatter(std::span<const NetworkInput> inputs);

    const Network& network_;
    Matrix input_;
    Matrix input_mask_;
    Matrix before_;  // hidden layer before its GELU
    Matrix hidden_;
    Matrix hidden_mask_;
    Matrix logits_;
    Matrix logits_slope_;
    Matrix hidden_slope_;
    Matrix embedded_slope_;  // of the input's embedding part
    Matrix hidden_weights_slope_;
    Matrix output_weights_slope_;
    std::vector<float> hidden_bias_slope_;
    std::vector<float> output_bias_slope_;
    std::vector<std::uint32_t> touched_rows_;
    std::vector<std::uint32_t> slot_of_row_;  // 1 + place in touched_rows_, 0 for none
    std::vector<float> embedding_slope_;
};

}  // namespace parlance::nlu
