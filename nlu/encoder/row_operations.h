#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "nlu/encoder/lane_sums.h"

namespace parlance::nlu {

// The arithmetic on rows that a transformer needs between its matrices. Rows are a whole number of lanes
// wide. All of it is inlined into its caller, and so compiled for the caller's vector level; with
// -ffp-contract=off each level gives the same bits.

template <std::size_t register_bytes>
[[gnu::always_inline]] inline float sum_of(const float* row, std::size_t width) {
    LaneSums<register_bytes> sums;
    for (std::size_t i = 0; i < width; i += lane_count) sums.add(row + i);
    return sums.fold();
}

template <std::size_t register_bytes>
[[gnu::always_inline]] inline float dot(const float* left, const float* right, std::size_t width) {
    LaneSums<register_bytes> sums;
    for (std::size_t i = 0; i < width; i += lane_count) sums.add_products(left + i, right + i);
    return sums.fold();
}

// to += factor * row
[[gnu::always_inline]] inline void add_scaled(const float* row, float factor, float* to, std::size_t width) {
    for (std::size_t i = 0; i < width; ++i) to[i] += factor * row[i];
}

// to = row less its mean, over its standard deviation, times scale, plus bias (Ba et al. 2016).
template <std::size_t register_bytes>
[[gnu::always_inline]] inline void normalise_row(const float* row, std::span<const float> scale,
                                                 std::span<const float> bias, float* to) {
    constexpr float epsilon = 1e-6F;
    const std::size_t width = scale.size();
    const auto count = static_cast<float>(width);
    const float mean = sum_of<register_bytes>(row, width) / count;
    for (std::size_t i = 0; i < width; ++i) to[i] = row[i] - mean;
    const float deviation = std::sqrt(dot<register_bytes>(to, to, width) / count + epsilon);
    for (std::size_t i = 0; i < width; ++i) to[i] = to[i] * (scale[i] / deviation) + bias[i];
}

// e to the power x, which must lie in [-87, 87]; within 2e-7 of it, relatively. Unlike the C library's it
// works on many numbers at once and is the same everywhere.
// Method: 2^n times a Taylor polynomial, where |x - n ln 2| <= ln 2 / 2.
[[gnu::always_inline]] inline float exponential(float x) {
    constexpr float log2_e = 1.44269504F;
    constexpr float ln2_high = 0.693359375F;
    constexpr float ln2_low = -2.12194440e-4F;
    constexpr float rounding = 12582912.0F;  // 1.5 * 2^23: leaves the whole number in a sum's low bits
    const float shifted = x * log2_e + rounding;
    const float whole = shifted - rounding;
    const float rest = (x - whole * ln2_high) - whole * ln2_low;
    float power = rest * (1.0F / 5040) + (1.0F / 720);
    power = power * rest + (1.0F / 120);
    power = power * rest + (1.0F / 24);
    power = power * rest + (1.0F / 6);
    power = power * rest + 0.5F;
    power = power * rest + 1;
    power = power * rest + 1;
    const std::int32_t exponent =
        std::bit_cast<std::int32_t>(shifted) - std::bit_cast<std::int32_t>(rounding);
    return power * std::bit_cast<float>((exponent + 127) << 23);
}

// Turns `count` scores, at least one, into probabilities, in place. `scores` has room for a whole number
// of lanes.
template <std::size_t register_bytes>
[[gnu::always_inline]] inline void softmax(float* scores, std::size_t count) {
    constexpr float least = -87;
    float largest = scores[0];
    for (std::size_t i = 1; i < count; ++i) largest = scores[i] > largest ? scores[i] : largest;
    for (std::size_t i = 0; i < count; ++i) {
        const float below = scores[i] - largest;
        scores[i] = exponential(below > least ? below : least);
    }
    const std::size_t padded = (count + lane_count - 1) / lane_count * lane_count;
    for (std::size_t i = count; i < padded; ++i) scores[i] = 0;
    const float sum = sum_of<register_bytes>(scores, padded);
    for (std::size_t i = 0; i < count; ++i) scores[i] /= sum;
}

// The hyperbolic tangent of each number, in place.
[[gnu::always_inline]] inline void tanh_row(float* row, std::size_t width) {
    constexpr float limit = 20;  // beyond which it is 1 to the last bit
    for (std::size_t i = 0; i < width; ++i) {
        const float above = row[i] > -limit ? row[i] : -limit;
        const float within = above < limit ? above : limit;
        const float squared = exponential(2 * within);
        row[i] = (squared - 1) / (squared + 1);
    }
}

}  // namespace parlance::nlu
