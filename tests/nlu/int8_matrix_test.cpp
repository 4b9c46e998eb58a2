#include "nlu/encoder/int8_matrix.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "nlu/encoder/int8_kernels.h"

using namespace parlance::nlu;

namespace {

std::vector<float> random_numbers(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<float> numbers(count);
    for (float& number : numbers) number = normal(random);
    return numbers;
}

// Random steps, many of them at the ends of their range, where sums are largest.
std::vector<std::int8_t> random_steps(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> wide(-300, 300);
    std::vector<std::int8_t> steps(count);
    for (std::int8_t& step : steps) step = static_cast<std::int8_t>(std::clamp(wide(random), -127, 127));
    return steps;
}

struct SumsCase {
    std::size_t count, groups, panels;
};

// The sums by the definition of the packing.
std::vector<std::int32_t> plain_sums(const SumsCase& sizes, const std::vector<std::int8_t>& steps,
                                     const std::vector<std::int8_t>& weights) {
    std::vector<std::int32_t> sums;
    const std::size_t inputs = sizes.groups * group_inputs;
    for (std::size_t row = 0; row < sizes.count; ++row) {
        for (std::size_t column = 0; column < sizes.panels * panel_columns; ++column) {
            std::int32_t sum = 0;
            for (std::size_t i = 0; i < inputs; ++i) {
                const std::size_t group = column / panel_columns * sizes.groups + i / group_inputs;
                const std::size_t at =
                    (group * panel_columns + column % panel_columns) * group_inputs + i % group_inputs;
                sum += steps[row * inputs + i] * weights[at];
            }
            sums.push_back(sum);
        }
    }
    return sums;
}

std::vector<float> plain_product(const std::vector<float>& rows, const std::vector<float>& weights,
                                 std::size_t inputs, std::size_t outputs) {
    std::vector<float> results;
    for (std::size_t row = 0; row < rows.size() / inputs; ++row) {
        for (std::size_t o = 0; o < outputs; ++o) {
            double sum = 0;
            for (std::size_t i = 0; i < inputs; ++i) sum += rows[row * inputs + i] * weights[i * outputs + o];
            results.push_back(static_cast<float>(sum));
        }
    }
    return results;
}

std::vector<float> product(const Int8Matrix& matrix, const std::vector<float>& rows, VectorLevel level) {
    std::vector<float> results(rows.size() / matrix.inputs() * matrix.outputs());
    Int8Scratch scratch;
    matrix.multiply(rows, results, scratch, level);
    return results;
}

std::span<const std::byte> bytes_of(const std::string& text) {
    return std::as_bytes(std::span(text));
}

}  // namespace

TEST_CASE("every vector level sums steps exactly", "[nlu][encoder][int8]") {
    const SumsCase sizes =
        GENERATE(SumsCase{0, 3, 2}, SumsCase{1, 1, 1}, SumsCase{3, 64, 2}, SumsCase{5, 7, 3},
                 SumsCase{14, 128, 4}, SumsCase{17, 384, 1}, SumsCase{33, 5, 2});
    CAPTURE(sizes.count, sizes.groups, sizes.panels);
    const auto steps = random_steps(sizes.count * sizes.groups * group_inputs, 1);
    const auto weights = random_steps(sizes.panels * sizes.groups * panel_columns * group_inputs, 2);
    std::vector<std::int32_t> step_sums(sizes.count, 0);
    for (std::size_t i = 0; i < steps.size(); ++i) step_sums[i / (sizes.groups * group_inputs)] += steps[i];
    const auto expected = plain_sums(sizes, steps, weights);
    for (const VectorLevel level : supported_vector_levels()) {
        CAPTURE(level);
        std::vector<std::int32_t> sums(expected.size(), -1);
        multiply_steps({.steps = steps.data(),
                        .step_sums = step_sums.data(),
                        .count = sizes.count,
                        .groups = sizes.groups,
                        .panels = weights.data(),
                        .panel_count = sizes.panels,
                        .sums = sums.data()},
                       level);
        CHECK(sums == expected);
    }
}

TEST_CASE("an 8-bit product is close to the float product and equal at every vector level",
          "[nlu][encoder][int8]") {
    const auto [count, inputs, outputs] = GENERATE(table<std::size_t, std::size_t, std::size_t>({
        {1, 2304, 160},
        {14, 512, 100},
        {6, 50, 33},
        {2, 3, 1},
    }));
    CAPTURE(count, inputs, outputs);
    const auto rows = random_numbers(count * inputs, 3);
    const auto weights = random_numbers(inputs * outputs, 4);
    const auto expected = plain_product(rows, weights, inputs, outputs);
    const auto matrix = Int8Matrix::quantise(weights, inputs, outputs);
    const auto first = product(matrix, rows, VectorLevel::portable);
    double error = 0;
    double size = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        error += std::pow(first[i] - expected[i], 2);
        size += std::pow(expected[i], 2);
    }
    CHECK(std::sqrt(error) < 0.02 * std::sqrt(size));
    for (const VectorLevel level : supported_vector_levels()) {
        CAPTURE(level);
        CHECK(product(matrix, rows, level) == first);
    }
}

TEST_CASE("rows of zeros and columns of zeros give zeros", "[nlu][encoder][int8]") {
    const auto matrix = Int8Matrix::quantise(std::vector<float>{0, 1, 0, -2, 0, 3}, 3, 2);
    for (const VectorLevel level : supported_vector_levels()) {
        const auto results = product(matrix, {0, 0, 0, 1, 1, 1}, level);
        CHECK(results[0] == 0);
        CHECK(results[1] == 0);
        CHECK(results[2] == 0);
        CHECK(results[3] == Approx(2).margin(0.02));
    }
}

TEST_CASE("an 8-bit matrix comes back from its bytes", "[nlu][encoder][int8]") {
    const auto rows = random_numbers(3 * 70, 5);
    const auto matrix = Int8Matrix::quantise(random_numbers(70 * 20, 6), 70, 20);
    SectionWriter writer;
    writer.text("before");
    matrix.write(writer);
    const std::string bytes = writer.take();
    const std::size_t shift = GENERATE(0U, 1U);  // as mapped, and where floats cannot be read in place
    const std::string shifted = std::string(shift, ' ') + bytes;
    SectionReader reader(bytes_of(shifted).subspan(shift), nullptr);
    Int8Matrix again;
    CHECK(reader.text() == "before");
    REQUIRE(again.read(reader));
    CHECK(reader.at_end());
    CHECK(product(again, rows, best_vector_level()) == product(matrix, rows, best_vector_level()));
}

TEST_CASE("bytes cut short make no 8-bit matrix", "[nlu][encoder][int8]") {
    SectionWriter writer;
    Int8Matrix::quantise(random_numbers(70 * 20, 6), 70, 20).write(writer);
    const std::string bytes = writer.take();
    for (std::size_t size = 0; size < bytes.size(); size += 5) {
        SectionReader reader(bytes_of(bytes).first(size), nullptr);
        Int8Matrix matrix;
        CHECK_FALSE(matrix.read(reader));
    }
}
