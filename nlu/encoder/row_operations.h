#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <span>

#include "nlu/encoder/lanes.h"

namespace parlance::nlu {

// The arithmetic on rows that a transformer needs between its matrices. Rows are a whole number of lanes
// wide. All of it is inlined into its caller, and so compiled for the caller's vector level; with
// -ffp-contract=off each level gives the same bits.

// Sixteen numbers folded into their sum, halves onto halves.
[[gnu::always_inline]] inline float fold(const Lanes& lanes) {
    std::array<float, lane_count> sums;
    store(lanes, sums.data());
    for (std::size_t half = lane_count / 2; half > 0; half /= 2) {
        for (std::size_t i = 0; i < half; ++i) sums[i] += sums[i + half];
    }
    return sums[0];
}

[[gnu::always_inline]] inline float sum_of(const float* row, std::size_t width) {
    Lanes sums{};
    for (std::size_t i = 0; i < width; i += lane_count) {
        Lanes values;
        load(values, row + i);
        sums += values;
    }
    return fold(sums);
}

[[gnu::always_inline]] inline float dot(const float* left, const float* right, std::size_t width) {
    Lanes sums{};
    for (std::size_t i = 0; i < width; i += lane_count) {
        Lanes a;
        Lanes b;
        load(a, left + i);
        load(b, right + i);
        sums += a * b;
    }
    return fold(sums);
}

// to += factor * row
[[gnu::always_inline]] inline void add_scaled(const float* row, float factor, float* to, std::size_t width) {
    for (std::size_t i = 0; i < width; ++i) to[i] += factor * row[i];
}

// to = row less its mean, over its standard deviation, times scale, plus bias (Ba et al. 2016).
[[gnu::always_inline]] inline void normalise_row(const float* row, std::span<const float> scale,
                                                 std::span<const float> bias, float* to) {
    constexpr float epsilon = 1e-6F;
    const std::size_t width = scale.size();
    const auto count = static_cast<float>(width);
    const float mean = sum_of(row, width) / count;
    for (std::size_t i = 0; i < width; ++i) to[i] = row[i] - mean;
    const float deviation = std::sqrt(dot(to, to, width) / count + epsilon);
    for (std::size_t i = 0; i < width; ++i) to[i] = to[i] * (scale[i] / deviation) + bias[i];
}

// Each lane becomes e to its power; lanes must lie in [-87, 87]. Within 2e-7 of it.
// Method: 2^n times a Taylor polynomial on [-ln 2 / 2, ln 2 / 2].
[[gnu::always_inline]] inline void exponentiate(Lanes& x) {
    constexpr float log2_e = 1.44269504F;
    constexpr float ln2_high = 0.693359375F;
    constexpr float ln2_low = -2.12194440e-4F;
    constexpr float rounding = 12582912.0F;  // 1.5 * 2^23: adding it rounds to a whole number
    const Lanes shifted = x * log2_e + rounding;
    const Lanes whole = shifted - rounding;
    const Lanes rest = (x - whole * ln2_high) - whole * ln2_low;
    Lanes power = rest * (1.0F / 5040) + (1.0F / 720);
    for (const float coefficient : {1.0F / 120, 1.0F / 24, 1.0F / 6, 0.5F, 1.0F, 1.0F}) {
        power = power * rest + coefficient;
    }
    const IntLanes exponent = (__builtin_convertvector(whole, IntLanes) + 127) << 23;
    Lanes scale;
    std::memcpy(&scale, &exponent, sizeof scale);
    x = power * scale;
}

[[gnu::always_inline]] inline void clamp(Lanes& x, float low, float high) {
    x = x < low ? Lanes{} + low : x;
    x = x > high ? Lanes{} + high : x;
}

// Turns `count` scores into probabilities, in place; `scores` has room for a whole number of lanes.
[[gnu::always_inline]] inline void softmax(float* scores, std::size_t count) {
    const std::size_t padded = (count + lane_count - 1) / lane_count * lane_count;
    float largest = scores[0];
    for (std::size_t i = 1; i < count; ++i) largest = scores[i] > largest ? scores[i] : largest;
    for (std::size_t i = 0; i < padded; i += lane_count) {
        Lanes lanes;
        load(lanes, scores + i);
        lanes -= largest;
        clamp(lanes, -87, 0);
        exponentiate(lanes);
        store(lanes, scores + i);
    }
    for (std::size_t i = count; i < padded; ++i) scores[i] = 0;
    const float sum = sum_of(scores, padded);
    for (std::size_t i = 0; i < count; ++i) scores[i] /= sum;
}

// The hyperbolic tangent of each number, in place.
[[gnu::always_inline]] inline void tanh_row(float* row, std::size_t width) {
    for (std::size_t i = 0; i < width; i += lane_count) {
        Lanes lanes;
        load(lanes, row + i);
        lanes *= 2;
        clamp(lanes, -40, 40);
        exponentiate(lanes);
        store((lanes - 1) / (lanes + 1), row + i);
    }
}

}  // namespace parlance::nlu
