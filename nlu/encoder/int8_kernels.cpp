#include "nlu/encoder/int8_kernels.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <utility>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace parlance::nlu {

namespace {

constexpr std::size_t group_bytes = panel_columns * group_inputs;

// One tile of a product: `height` rows from `row` on, and one panel.
template <std::size_t height>
void multiply_tile_portable(const Int8Product& product, std::size_t row, std::size_t panel) {
    const std::size_t width = product.groups * group_inputs;
    std::array<std::array<std::int32_t, panel_columns>, height> sums{};
    const std::int8_t* weights = product.panels + panel * product.groups * group_bytes;
    for (std::size_t input = 0; input < width; input += group_inputs, weights += group_bytes) {
        for (std::size_t r = 0; r < height; ++r) {
            const std::int8_t* steps = product.steps + (row + r) * width + input;
            for (std::size_t column = 0; column < panel_columns; ++column) {
                for (std::size_t i = 0; i < group_inputs; ++i) {
                    sums[r][column] += weights[column * group_inputs + i] * steps[i];
                }
            }
        }
    }
    for (std::size_t r = 0; r < height; ++r) {
        std::int32_t* to = product.sums + ((row + r) * product.panel_count + panel) * panel_columns;
        std::copy(sums[r].begin(), sums[r].end(), to);
    }
}

std::int32_t four_steps(const std::int8_t* steps) {
    std::int32_t four = 0;
    std::memcpy(&four, steps, sizeof four);
    return four;
}

#if defined(__x86_64__)

// vpmaddubsw wants one unsigned side: |weight| * (step with the weight's sign). Two such products stay
// within 16 bits, since neither side exceeds 127.
template <std::size_t height>
[[gnu::target("avx2")]] void multiply_tile_avx2(const Int8Product& product, std::size_t row,
                                                std::size_t panel) {
    const std::size_t width = product.groups * group_inputs;
    const std::int8_t* weights = product.panels + panel * product.groups * group_bytes;
    const std::int8_t* steps = product.steps + row * width;
    const __m256i ones = _mm256_set1_epi16(1);
    // std::array would lose the type's vector attribute.
    __m256i sums[height][2] = {};  // NOLINT(modernize-avoid-c-arrays)
    for (std::size_t input = 0; input < width; input += group_inputs, weights += group_bytes) {
#pragma GCC unroll 2
        for (std::size_t half = 0; half < 2; ++half) {
            const __m256i weight =
                _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights + half * group_bytes / 2));
            const __m256i size = _mm256_abs_epi8(weight);
#pragma GCC unroll 8
            for (std::size_t r = 0; r < height; ++r) {
                const __m256i step = _mm256_set1_epi32(four_steps(steps + r * width + input));
                const __m256i pairs = _mm256_maddubs_epi16(size, _mm256_sign_epi8(step, weight));
                sums[r][half] = _mm256_add_epi32(sums[r][half], _mm256_madd_epi16(pairs, ones));
            }
        }
    }
    for (std::size_t r = 0; r < height; ++r) {
        std::int32_t* to = product.sums + ((row + r) * product.panel_count + panel) * panel_columns;
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), sums[r][0]);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(to + panel_columns / 2), sums[r][1]);
    }
}

// vpdpbusd wants one unsigned side: weights are taken 128 too large, which the sum of the row's steps
// makes good.
template <std::size_t height>
[[gnu::target("avx512f,avx512bw,avx512vnni")]] void multiply_tile_vnni(const Int8Product& product,
                                                                       std::size_t row, std::size_t panel) {
    const std::size_t width = product.groups * group_inputs;
    const std::int8_t* weights = product.panels + panel * product.groups * group_bytes;
    const std::int8_t* steps = product.steps + row * width;
    const __m512i offset = _mm512_set1_epi8(-128);
    __m512i sums[height] = {};  // NOLINT(modernize-avoid-c-arrays): as above
    for (std::size_t input = 0; input < width; input += group_inputs, weights += group_bytes) {
        const __m512i weight = _mm512_xor_si512(_mm512_loadu_si512(weights), offset);
#pragma GCC unroll 16
        for (std::size_t r = 0; r < height; ++r) {
            const __m512i step = _mm512_set1_epi32(four_steps(steps + r * width + input));
            sums[r] = _mm512_dpbusd_epi32(sums[r], weight, step);
        }
    }
    for (std::size_t r = 0; r < height; ++r) {
        std::int32_t* to = product.sums + ((row + r) * product.panel_count + panel) * panel_columns;
        const __m512i excess = _mm512_set1_epi32(128 * product.step_sums[row + r]);
        _mm512_storeu_si512(to, _mm512_sub_epi32(sums[r], excess));
    }
}

#endif

// A kernel for each number of rows from 1 on.
using Tile = void (*)(const Int8Product&, std::size_t row, std::size_t panel);

template <std::size_t... below>
constexpr std::array<Tile, sizeof...(below)> portable_tiles(std::index_sequence<below...>) {
    return {multiply_tile_portable<below + 1>...};
}

#if defined(__x86_64__)
template <std::size_t... below>
constexpr std::array<Tile, sizeof...(below)> avx2_tiles(std::index_sequence<below...>) {
    return {multiply_tile_avx2<below + 1>...};
}

template <std::size_t... below>
constexpr std::array<Tile, sizeof...(below)> vnni_tiles(std::index_sequence<below...>) {
    return {multiply_tile_vnni<below + 1>...};
}
#endif

// As many rows a tile as the registers hold sums for.
std::span<const Tile> tiles_of(VectorLevel level) {
    static constexpr auto portable = portable_tiles(std::make_index_sequence<4>());
#if defined(__x86_64__)
    static constexpr auto avx2 = avx2_tiles(std::make_index_sequence<4>());
    static constexpr auto vnni = vnni_tiles(std::make_index_sequence<16>());
    if (level == VectorLevel::avx512_vnni) return vnni;
    if (level == VectorLevel::avx2) return avx2;
#endif
    return portable;
}

}  // namespace

// Panel by panel, so that the weights, which are many, come through the cache once.
void multiply_steps(const Int8Product& product, VectorLevel level) {
    const std::span<const Tile> tiles = tiles_of(level);
    const std::size_t blocks = (product.count + tiles.size() - 1) / tiles.size();
    for (std::size_t panel = 0; panel < product.panel_count; ++panel) {
        for (std::size_t block = 0; block < blocks; ++block) {
            const std::size_t from = product.count * block / blocks;
            const std::size_t to = product.count * (block + 1) / blocks;
            tiles[to - from - 1](product, from, panel);
        }
    }
}

}  // namespace parlance::nlu
