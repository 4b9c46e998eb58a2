#include "nlu/neural/network_pass.h"

#include <algorithm>
#include <cmath>

#include "nlu/neural/vector_loops.h"

namespace parlance::nlu {

namespace {

void resize(Matrix& matrix, std::size_t rows, std::size_t columns) {
    matrix.rows = rows;
    matrix.columns = columns;
    matrix.values.resize(rows * columns);
}

void add_to_rows(Matrix& matrix, const std::vector<float>& bias) {
    for (std::size_t row = 0; row < matrix.rows; ++row) add_scaled(matrix.row(row), 1, bias);
}

void sum_rows(const Matrix& matrix, std::vector<float>& sums) {
    sums.assign(matrix.columns, 0);
    for (std::size_t row = 0; row < matrix.rows; ++row) add_scaled(sums, 1, matrix.row(row));
}

void scale_by(Matrix& matrix, const Matrix& mask) {
    if (mask.values.empty()) return;
    for (std::size_t i = 0; i < matrix.values.size(); ++i) matrix.values[i] *= mask.values[i];
}

}  // namespace

void NetworkPass::gather(std::span<const NetworkInput> inputs) {
    const NetworkShape& shape = network_.shape;
    resize(input_, inputs.size(), shape.dense + shape.embedding);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const std::span<float> row = input_.row(i);
        std::copy(inputs[i].dense.begin(), inputs[i].dense.end(), row.begin());
        const std::span<float> sums = row.subspan(shape.dense);
        std::fill(sums.begin(), sums.end(), 0.0F);
        for (const WeightedFeature& ngram : inputs[i].ngrams) {
            add_scaled(sums, ngram.value, network_.embedding.row(ngram.index));
        }
    }
}

// Leaves values out, a byte of randomness each, and scales the others so that the sums stay.
void NetworkPass::drop(Matrix& values, Matrix& mask, float share, RandomStream& random) {
    if (share <= 0) {
        mask.values.clear();
        return;
    }
    resize(mask, values.rows, values.columns);
    const auto border = static_cast<std::uint64_t>(std::lround(share * 256));
    const float scale = 256.0F / static_cast<float>(256 - border);
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < mask.values.size(); ++i) {
        bits = i % 8 == 0 ? random.bits() : bits >> 8;
        mask.values[i] = (bits & 0xFF) < border ? 0 : scale;
    }
    scale_by(values, mask);
}

const Matrix& NetworkPass::forward(std::span<const NetworkInput> inputs, const Dropout& dropout,
                                   RandomStream& random) {
    const NetworkShape& shape = network_.shape;
    gather(inputs);
    drop(input_, input_mask_, dropout.input, random);
    resize(before_, inputs.size(), shape.hidden);
    multiply(input_, network_.hidden_weights, Sides::plain, before_);
    add_to_rows(before_, network_.hidden_bias);
    resize(hidden_, inputs.size(), shape.hidden);
    gelu(before_.values, hidden_.values);
    drop(hidden_, hidden_mask_, dropout.hidden, random);
    resize(logits_, inputs.size(), shape.classes);
    multiply(hidden_, network_.output_weights, Sides::plain, logits_);
    add_to_rows(logits_, network_.output_bias);
    return logits_;
}

double NetworkPass::output_slope(std::span<const NetworkTarget> targets, float smoothing) {
    const std::size_t classes = network_.shape.classes;
    resize(logits_slope_, logits_.rows, classes);
    const float spread = smoothing / static_cast<float>(classes);
    double loss = 0;
    for (std::size_t i = 0; i < logits_.rows; ++i) {
        const std::span<const float> logits = logits_.row(i);
        const std::span<float> slope = logits_slope_.row(i);
        const float largest = *std::max_element(logits.begin(), logits.end());
        double sum = 0;
        for (const float logit : logits) sum += std::exp(logit - largest);
        const auto log_sum = static_cast<float>(std::log(sum)) + largest;
        const float share = targets[i].weight / static_cast<float>(logits_.rows);
        for (std::size_t k = 0; k < classes; ++k) {
            const float wanted = spread + (k == targets[i].label ? 1 - smoothing : 0);
            slope[k] = share * (std::exp(logits[k] - log_sum) - wanted);
            loss += share * wanted * (log_sum - logits[k]);
        }
    }
    return loss;
}

double NetworkPass::backward(std::span<const NetworkInput> inputs, std::span<const NetworkTarget> targets,
                             float smoothing) {
    const NetworkShape& shape = network_.shape;
    const double loss = output_slope(targets, smoothing);
    resize(output_weights_slope_, shape.hidden, shape.classes);
    multiply(hidden_, logits_slope_, Sides::left_turned, output_weights_slope_);
    sum_rows(logits_slope_, output_bias_slope_);
    resize(hidden_slope_, inputs.size(), shape.hidden);
    multiply(logits_slope_, network_.output_weights, Sides::right_turned, hidden_slope_);
    scale_by(hidden_slope_, hidden_mask_);
    scale_by_gelu_slope(before_.values, hidden_slope_.values);
    resize(hidden_weights_slope_, input_.columns, shape.hidden);
    multiply(input_, hidden_slope_, Sides::left_turned, hidden_weights_slope_);
    sum_rows(hidden_slope_, hidden_bias_slope_);
    resize(embedded_slope_, inputs.size(), shape.embedding);
    multiply(hidden_slope_, MatrixView(network_.hidden_weights, shape.dense), Sides::right_turned,
             embedded_slope_);
    scatter(inputs);
    return loss;
}

// The texts' slopes go to the rows of their n-grams.
void NetworkPass::scatter(std::span<const NetworkInput> inputs) {
    const NetworkShape& shape = network_.shape;
    slot_of_row_.resize(shape.ngrams);
    for (const std::uint32_t row : touched_rows_) slot_of_row_[row] = 0;
    touched_rows_.clear();
    for (const NetworkInput& input : inputs) {
        for (const WeightedFeature& ngram : input.ngrams) {
            if (slot_of_row_[ngram.index] != 0) continue;
            touched_rows_.push_back(ngram.index);
            slot_of_row_[ngram.index] = static_cast<std::uint32_t>(touched_rows_.size());
        }
    }
    embedding_slope_.assign(touched_rows_.size() * shape.embedding, 0);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const std::span<float> slope = embedded_slope_.row(i);
        if (!input_mask_.values.empty()) {
            const std::span<const float> mask = input_mask_.row(i).subspan(shape.dense);
            for (std::size_t k = 0; k < slope.size(); ++k) slope[k] *= mask[k];
        }
        for (const WeightedFeature& ngram : inputs[i].ngrams) {
            float* row = embedding_slope_.data() + (slot_of_row_[ngram.index] - 1) * shape.embedding;
            add_scaled(std::span<float>(row, shape.embedding), ngram.value, slope);
        }
    }
}

}  // namespace parlance::nlu
