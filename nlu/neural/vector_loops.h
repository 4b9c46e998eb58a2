#pragma once

#include <cstdint>
#include <span>

namespace parlance::nlu {

// The inner loops of the neural head. Each is compiled twice, for AVX2 and for any x86-64 or other machine,
// and the program takes what the machine has. The spans of one call have one length. Thread-safe.

// sums += scale * values
void add_scaled(std::span<float> sums, float scale, std::span<const float> values);
void add_scaled(std::span<float> sums, float scale, std::span<const std::int8_t> values);

// The sum of the products.
std::int32_t dot(std::span<const std::int8_t> left, std::span<const std::int8_t> right);

// Gaussian error linear unit in its sigmoid form, x / (1 + exp(-1.702 x)) (Hendrycks and Gimpel 2016).
void gelu(std::span<const float> inputs, std::span<float> outputs);

// slopes *= the derivative of gelu at `inputs`
void scale_by_gelu_slope(std::span<const float> inputs, std::span<float> slopes);

// What one AdamW step is made with (Loshchilov and Hutter 2019; moments .9 and .999, epsilon 1e-8).
struct AdamRates {
    float step = 0;    // learning rate, corrected for the first moment's start at zero
    float second = 1;  // the second moment's correction for the same
    float decay = 0;   // share of a weight that goes, learning rate included
};

// The running means of a slope and of its square.
struct AdamMoments {
    std::span<float> first;
    std::span<float> second;
};

void adam_step(std::span<float> weights, std::span<const float> slopes, const AdamMoments& moments,
               const AdamRates& rates);

}  // namespace parlance::nlu
