#pragma once

#include <array>
#include <cstddef>
#include <cstring>

namespace parlance::nlu {

inline constexpr std::size_t lane_count = 16;

// Sixteen running sums side by side, in vector registers of `register_bytes` (16: SSE2 and the like, 32:
// AVX2, 64: AVX-512). How many registers they fill changes nothing about what is added to what, so that every
// vector level gives the same bits. Every member is inlined, and so compiled for its caller's level.
template <std::size_t register_bytes>
class LaneSums {
public:
    // lane i += values[i]
    [[gnu::always_inline]] void add(const float* values) {
        for (std::size_t r = 0; r < registers; ++r) sums_[r] += Part(values, r).lanes;
    }
    // lane i += left[i] * right[i]
    [[gnu::always_inline]] void add_products(const float* left, const float* right) {
        for (std::size_t r = 0; r < registers; ++r) sums_[r] += Part(left, r).lanes * Part(right, r).lanes;
    }
    // lane i += factor * values[i]
    [[gnu::always_inline]] void add_scaled(float factor, const float* values) {
        for (std::size_t r = 0; r < registers; ++r) sums_[r] += factor * Part(values, r).lanes;
    }
    // The lanes, in order.
    [[gnu::always_inline]] std::array<float, lane_count> values() const {
        std::array<float, lane_count> lanes{};
        std::memcpy(lanes.data(), sums_, sizeof sums_);
        return lanes;
    }
    // The sum of all lanes: halves onto halves.
    [[gnu::always_inline]] float fold() const {
        std::array<float, lane_count> lanes = values();
        for (std::size_t half = lane_count / 2; half > 0; half /= 2) {
            for (std::size_t i = 0; i < half; ++i) lanes[i] += lanes[i + half];
        }
        return lanes[0];
    }

private:
    // A register of the compiler's vector extension (GCC, clang).
    using Register [[gnu::vector_size(register_bytes)]] = float;
    static constexpr std::size_t registers = lane_count * sizeof(float) / register_bytes;

    // The values that belong to register `r`, read from any address.
    struct Part {
        [[gnu::always_inline]] Part(const float* values, std::size_t r) {
            std::memcpy(&lanes, values + r * lane_count / registers, sizeof lanes);
        }
        Register lanes{};
    };

    // std::array would lose the type's vector attribute.
    Register sums_[registers] = {};  // NOLINT(modernize-avoid-c-arrays)
};

}  // namespace parlance::nlu
