#include "nlu/encoder/float_matrix.h"

#include <algorithm>
#include <array>

#include "nlu/encoder/lane_sums.h"

namespace parlance::nlu {

namespace {

std::size_t panels_for(std::size_t outputs) {
    return (outputs + lane_count - 1) / lane_count;
}

// What a kernel works on: `rows` and `results` are row by row, `panels` as FloatMatrix packs them.
struct Product {
    const float* rows = nullptr;
    std::size_t count = 0;
    const float* panels = nullptr;
    std::size_t inputs = 0;
    std::size_t outputs = 0;
    float* results = nullptr;
};

// `height` rows times one panel; the sums stay in registers.
template <std::size_t register_bytes, std::size_t height>
[[gnu::always_inline]] inline void multiply_tile(const Product& product, std::size_t row, std::size_t panel) {
    const float* weights = product.panels + panel * product.inputs * lane_count;
    const float* inputs = product.rows + row * product.inputs;
    std::array<LaneSums<register_bytes>, height> sums;
    for (std::size_t i = 0; i < product.inputs; ++i) {
#pragma GCC unroll 6
        for (std::size_t r = 0; r < height; ++r) {
            sums[r].add_scaled(inputs[r * product.inputs + i], weights + i * lane_count);
        }
    }
    const std::size_t column = panel * lane_count;
    const std::size_t columns = std::min(lane_count, product.outputs - column);
    for (std::size_t r = 0; r < height; ++r) {
        const auto values = sums[r].values();
        std::copy_n(values.begin(), columns, product.results + (row + r) * product.outputs + column);
    }
}

// Panel by panel, so that the weights, which are many, come through the cache once.
template <std::size_t register_bytes>
[[gnu::always_inline]] inline void multiply_all(const Product& product) {
    constexpr std::size_t height = register_bytes < 32 ? 2 : 6;
    for (std::size_t panel = 0; panel < panels_for(product.outputs); ++panel) {
        std::size_t row = 0;
        for (; row + height <= product.count; row += height) {
            multiply_tile<register_bytes, height>(product, row, panel);
        }
        for (; row + 2 <= product.count; row += 2) multiply_tile<register_bytes, 2>(product, row, panel);
        if (row < product.count) multiply_tile<register_bytes, 1>(product, row, panel);
    }
}

void multiply_portable(const Product& product) {
    multiply_all<16>(product);
}

#if defined(__x86_64__)
[[gnu::target("avx2,fma")]] void multiply_avx2(const Product& product) {
    multiply_all<32>(product);
}

[[gnu::target("avx512f,avx512bw,avx512dq,avx512vl,avx2,fma")]] void multiply_avx512(const Product& product) {
    multiply_all<64>(product);
}
#endif

}  // namespace

FloatMatrix::FloatMatrix(std::span<const float> weights, std::size_t inputs, std::size_t outputs)
    : inputs_(inputs), outputs_(outputs) {
    std::vector<float> panels(panels_for(outputs) * lane_count * inputs);
    for (std::size_t i = 0; i < inputs; ++i) {
        for (std::size_t o = 0; o < outputs; ++o) {
            panels[(o / lane_count * inputs + i) * lane_count + o % lane_count] = weights[i * outputs + o];
        }
    }
    panels_ = WeightArray<float>(std::move(panels));
}

void FloatMatrix::multiply(std::span<const float> rows, std::span<float> results, VectorLevel level) const {
    const std::size_t count = inputs_ == 0 ? 0 : rows.size() / inputs_;
    const Product product{rows.data(), count, panels_.data(), inputs_, outputs_, results.data()};
    switch (level) {
#if defined(__x86_64__)
        case VectorLevel::avx512_vnni: return multiply_avx512(product);
        case VectorLevel::avx2: return multiply_avx2(product);
#else
        case VectorLevel::avx512_vnni:
        case VectorLevel::avx2:
#endif
        case VectorLevel::portable: return multiply_portable(product);
    }
}

void FloatMatrix::write(SectionWriter& writer) const {
    writer.number(static_cast<std::uint32_t>(inputs_));
    writer.number(static_cast<std::uint32_t>(outputs_));
    writer.array(panels_);
}

bool FloatMatrix::read(SectionReader& reader) {
    inputs_ = reader.number<std::uint32_t>();
    outputs_ = reader.number<std::uint32_t>();
    panels_ = reader.array<float>();
    constexpr std::size_t limit = std::size_t{1} << 24;
    return reader.ok() && inputs_ < limit && outputs_ < limit &&
           panels_.size() == panels_for(outputs_) * lane_count * inputs_;
}

}  // namespace parlance::nlu
