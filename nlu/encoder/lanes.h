#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace parlance::nlu {

// Sixteen numbers side by side, by the compiler's vector extension (GCC, clang): one AVX-512 register, two of
// AVX2, four of SSE2. Sums over a row are kept in sixteen lanes and folded in one fixed order, which is why
// every vector level gives the same bits.
inline constexpr std::size_t lane_count = 16;
using Lanes [[gnu::vector_size(64)]] = float;
using IntLanes [[gnu::vector_size(64)]] = std::int32_t;
using ByteLanes [[gnu::vector_size(16)]] = std::int8_t;

// Reads sixteen numbers from any address. Small enough to be inlined always, into kernels of every level.
template <typename Vector, typename Number>
[[gnu::always_inline]] inline void load(Vector& lanes, const Number* from) {
    static_assert(sizeof(Vector) == lane_count * sizeof(Number));
    std::memcpy(&lanes, from, sizeof lanes);
}

template <typename Vector, typename Number>
[[gnu::always_inline]] inline void store(const Vector& lanes, Number* to) {
    static_assert(sizeof(Vector) == lane_count * sizeof(Number));
    std::memcpy(to, &lanes, sizeof lanes);
}

}  // namespace parlance::nlu
