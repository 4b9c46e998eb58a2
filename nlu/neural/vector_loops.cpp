#include "nlu/neural/vector_loops.h"

#include <bit>
#include <cmath>
#include <cstddef>

namespace parlance::nlu {

namespace {

#if defined(__x86_64__)
bool find_wide_machine() {
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx2") != 0;
}

const bool wide_machine = find_wide_machine();

template <typename Loop, typename... Arguments>
[[gnu::target("avx2")]] auto run_wide(Arguments... arguments) {
    return Loop::run(arguments...);
}

// Runs the loop as the machine can.
template <typename Loop, typename... Arguments>
auto run(Arguments... arguments) {
    return wide_machine ? run_wide<Loop>(arguments...) : Loop::run(arguments...);
}
#else
template <typename Loop, typename... Arguments>
auto run(Arguments... arguments) {
    return Loop::run(arguments...);
}
#endif

// e^x within 2e-7 of its value; x is kept within what float32 holds. Method: 2^n times a polynomial of the
// rest (Cephes' expf), which compilers turn into vector instructions.
[[gnu::always_inline]] inline float exponential(float x) {
    x = x < -87.0F ? -87.0F : x;
    x = x > 88.0F ? 88.0F : x;
    constexpr float round_to_whole = 12582912.0F;  // 1.5 * 2^23
    const float whole = (x * 1.44269504F + round_to_whole) - round_to_whole;
    const float rest = (x - whole * 0.693359375F) + whole * 2.12194440e-4F;
    float value = 1.9875691500e-4F;
    value = value * rest + 1.3981999507e-3F;
    value = value * rest + 8.3334519073e-3F;
    value = value * rest + 4.1665795894e-2F;
    value = value * rest + 1.6666665459e-1F;
    value = value * rest + 5.0000001201e-1F;
    value = value * rest * rest + rest + 1.0F;
    return value * std::bit_cast<float>((static_cast<std::int32_t>(whole) + 127) << 23);
}

constexpr float steepness = 1.702F;

[[gnu::always_inline]] inline float gate(float x) {
    return 1.0F / (1.0F + exponential(-steepness * x));
}

struct AddScaled {
    template <typename Value>
    [[gnu::always_inline]] static void run(float* __restrict sums, float scale,
                                           const Value* __restrict values, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) sums[i] += scale * static_cast<float>(values[i]);
    }
};

struct Dot {
    [[gnu::always_inline]] static std::int32_t run(const std::int8_t* __restrict left,
                                                   const std::int8_t* __restrict right, std::size_t count) {
        std::int32_t sum = 0;
        for (std::size_t i = 0; i < count; ++i) {
            sum += static_cast<std::int16_t>(left[i]) * static_cast<std::int16_t>(right[i]);
        }
        return sum;
    }
};

struct Gelu {
    [[gnu::always_inline]] static void run(const float* inputs, float* outputs,
                                           std::size_t count) {
#pragma GCC ivdep  // outputs may be inputs, never a shifted part of them
        for (std::size_t i = 0; i < count; ++i) outputs[i] = inputs[i] * gate(inputs[i]);
    }
};

struct GeluSlope {
    [[gnu::always_inline]] static void run(const float* __restrict inputs, float* __restrict slopes,
                                           std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            const float open = gate(inputs[i]);
            slopes[i] *= open * (1.0F + steepness * inputs[i] * (1.0F - open));
        }
    }
};

struct AdamStep {
    [[gnu::always_inline]] static void run(float* __restrict weights, const float* __restrict slopes,
                                           float* __restrict first, float* __restrict second,
                                           const AdamRates* rates, std::size_t count) {
        constexpr float first_kept = 0.9F;
        constexpr float second_kept = 0.999F;
        constexpr float epsilon = 1e-8F;
        const AdamRates rate = *rates;
        for (std::size_t i = 0; i < count; ++i) {
            first[i] = first_kept * first[i] + (1 - first_kept) * slopes[i];
            second[i] = second_kept * second[i] + (1 - second_kept) * slopes[i] * slopes[i];
            const float size = __builtin_sqrtf(second[i] * rate.second) + epsilon;
            weights[i] -= rate.step * first[i] / size + rate.decay * weights[i];
        }
    }
};

}  // namespace

void add_scaled(std::span<float> sums, float scale, std::span<const float> values) {
    run<AddScaled>(sums.data(), scale, values.data(), sums.size());
}

void add_scaled(std::span<float> sums, float scale, std::span<const std::int8_t> values) {
    run<AddScaled>(sums.data(), scale, values.data(), sums.size());
}

std::int32_t dot(std::span<const std::int8_t> left, std::span<const std::int8_t> right) {
    return run<Dot>(left.data(), right.data(), left.size());
}

void gelu(std::span<const float> inputs, std::span<float> outputs) {
    run<Gelu>(inputs.data(), outputs.data(), inputs.size());
}

void scale_by_gelu_slope(std::span<const float> inputs, std::span<float> slopes) {
    run<GeluSlope>(inputs.data(), slopes.data(), inputs.size());
}

void adam_step(std::span<float> weights, std::span<const float> slopes, const AdamMoments& moments,
               const AdamRates& rates) {
    run<AdamStep>(weights.data(), slopes.data(), moments.first.data(), moments.second.data(), &rates,
                  weights.size());
}

}  // namespace parlance::nlu
