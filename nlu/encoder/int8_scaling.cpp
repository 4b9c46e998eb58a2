#include "nlu/encoder/int8_scaling.h"

#include <bit>

#include "nlu/encoder/int8_kernels.h"

namespace parlance::nlu {

namespace {

constexpr float largest_step = 127;

// The number at or below `largest_step` in size, rounded, halves to even: adding 1.5 * 2^23 leaves the whole
// number in the sum's low bits. Unlike a call of lrint it works on many at once.
[[gnu::always_inline]] inline std::int8_t to_step(float value) {
    constexpr float rounding = 12582912.0F;
    return static_cast<std::int8_t>(std::bit_cast<std::int32_t>(value + rounding) -
                                    std::bit_cast<std::int32_t>(rounding));
}

// The order of floats' sizes is that of their bits without the sign.
[[gnu::always_inline]] inline float largest_magnitude(const float* row, std::size_t width) {
    std::int32_t largest = 0;
    for (std::size_t i = 0; i < width; ++i) {
        const std::int32_t size = std::bit_cast<std::int32_t>(row[i]) & 0x7FFFFFFF;
        largest = size > largest ? size : largest;
    }
    return std::bit_cast<float>(largest);
}

[[gnu::always_inline]] inline std::int32_t sum_of(const std::int8_t* steps, std::size_t count) {
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += steps[i];
    return sum;
}

[[gnu::always_inline]] inline void quantise_row(const float* row, std::size_t width, std::size_t r,
                                                QuantisedRows& quantised) {
    std::int8_t* steps = quantised.steps.data() + r * quantised.width;
    const float largest = largest_magnitude(row, width);
    const float steps_a_unit = largest > 0 ? largest_step / largest : 0;
    for (std::size_t i = 0; i < width; ++i) steps[i] = to_step(row[i] * steps_a_unit);
    for (std::size_t i = width; i < quantised.width; ++i) steps[i] = 0;
    quantised.scales[r] = largest / largest_step;
    quantised.step_sums[r] = sum_of(steps, quantised.width);
}

[[gnu::always_inline]] inline void quantise_all(const float* rows, std::size_t width,
                                                QuantisedRows& quantised) {
    for (std::size_t r = 0; r < quantised.count; ++r) quantise_row(rows + r * width, width, r, quantised);
}

[[gnu::always_inline]] inline void scale_all(const SumsToScale& sums, float* results) {
    const std::size_t width = sums.column_scales.size();
    for (std::size_t r = 0; r < sums.row_scales.size(); ++r) {
        const std::int32_t* from = sums.sums + r * sums.sums_width;
        const float* scales = sums.column_scales.data();
        const float row_scale = sums.row_scales[r];
        float* to = results + r * width;
        for (std::size_t column = 0; column < width; ++column) {
            to[column] = static_cast<float>(from[column]) * (row_scale * scales[column]);
        }
    }
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] void quantise_avx2(const float* rows, std::size_t width, QuantisedRows& quantised) {
    quantise_all(rows, width, quantised);
}

[[gnu::target("avx512f,avx512bw,avx512dq,avx512vl")]] void quantise_avx512(const float* rows,
                                                                           std::size_t width,
                                                                           QuantisedRows& quantised) {
    quantise_all(rows, width, quantised);
}

[[gnu::target("avx2")]] void scale_avx2(const SumsToScale& sums, float* results) {
    scale_all(sums, results);
}

[[gnu::target("avx512f,avx512bw,avx512dq,avx512vl")]] void scale_avx512(const SumsToScale& sums,
                                                                        float* results) {
    scale_all(sums, results);
}
#endif

}  // namespace

void quantise(std::span<const float> rows, std::size_t width, VectorLevel level, QuantisedRows& quantised) {
    quantised.count = width == 0 ? 0 : rows.size() / width;
    quantised.width = (width + group_inputs - 1) / group_inputs * group_inputs;
    quantised.steps.resize(quantised.count * quantised.width);
    quantised.scales.resize(quantised.count);
    quantised.step_sums.resize(quantised.count);
#if defined(__x86_64__)
    if (level == VectorLevel::avx512_vnni) return quantise_avx512(rows.data(), width, quantised);
    if (level == VectorLevel::avx2) return quantise_avx2(rows.data(), width, quantised);
#endif
    quantise_all(rows.data(), width, quantised);
}

void scale_sums(const SumsToScale& sums, std::span<float> results, VectorLevel level) {
#if defined(__x86_64__)
    if (level == VectorLevel::avx512_vnni) return scale_avx512(sums, results.data());
    if (level == VectorLevel::avx2) return scale_avx2(sums, results.data());
#endif
    scale_all(sums, results.data());
}

}  // namespace parlance::nlu
