#include <catch2/catch.hpp>
#include <cmath>

#include "nlu/neural/network_training.h"
#include "nlu/neural/neural_head.h"
#include "nlu/neural/vector_loops.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

// Three texts of a small shape, and a network for them.
struct SmallCase {
    NetworkShape shape{5, 4, 3, 6, 3};
    std::vector<std::vector<float>> dense{{1, -2, 0.5F, 0, 3}, {0, 1, 1, -1, 0}, {-1, 0, 2, 1, 1}};
    std::vector<std::vector<WeightedFeature>> ngrams{{{0, 0.5F}, {2, 1}}, {{1, 1}}, {{2, -0.7F}, {0, 0.1F}}};
    std::vector<NetworkTarget> targets{{0, 1}, {2, 0.5F}, {1, 2}};
    Network network = Network::random(shape, 7);

    std::vector<NetworkInput> inputs() const {
        std::vector<NetworkInput> result;
        for (std::size_t i = 0; i < dense.size(); ++i) result.push_back({dense[i], ngrams[i]});
        return result;
    }
    double loss() const {
        RandomStream random(1);
        NetworkPass pass(network);
        pass.forward(inputs(), {}, random);
        return pass.backward(inputs(), targets, 0.1F);
    }
    // The slope of the loss at a weight, by how the loss changes beside it.
    double slope_at(float& weight) {
        constexpr float step = 1e-2F;
        const float kept = weight;
        weight = kept + step;
        const double above = loss();
        weight = kept - step;
        const double below = loss();
        weight = kept;
        return (above - below) / (2 * step);
    }
};

// Two classes that the dense part tells apart, two more that the n-grams do.
struct ToyProblem {
    NetworkShape shape{2, 2, 8, 16, 4};
    std::vector<std::vector<float>> dense;
    std::vector<std::vector<WeightedFeature>> ngrams;
    std::vector<std::uint32_t> labels;

    explicit ToyProblem(std::size_t count) {
        RandomStream random(3);
        for (std::size_t i = 0; i < count; ++i) {
            const auto side = static_cast<std::uint32_t>(random.below(2));
            const auto word = static_cast<std::uint32_t>(random.below(2));
            dense.push_back({(side == 0 ? -1.0F : 1.0F) + 0.3F * random.normal(), random.normal()});
            ngrams.push_back({{word, 1}});
            labels.push_back(2 * word + side);
        }
    }
    std::vector<NetworkLine> lines() const {
        std::vector<NetworkLine> result;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            result.push_back({{dense[i], ngrams[i]}, {labels[i], 1}, {}});
        }
        return result;
    }
    NetworkTraining training() const {
        NetworkTraining result;
        result.epochs = 40;
        result.batch = 16;
        result.dropout = {0, 0};
        result.learning_rate = 1e-2F;
        return result;
    }
};

}  // namespace

TEST_CASE("the slopes are those of the loss", "[nlu][network]") {
    SmallCase small;
    RandomStream random(1);
    NetworkPass pass(small.network);
    pass.forward(small.inputs(), {}, random);
    pass.backward(small.inputs(), small.targets, 0.1F);
    const auto check = [&](std::vector<float>& weights, std::span<const float> slopes) {
        REQUIRE(weights.size() == slopes.size());
        for (std::size_t i = 0; i < weights.size(); ++i) {
            CHECK(small.slope_at(weights[i]) == Approx(slopes[i]).margin(2e-3));
        }
    };
    check(small.network.hidden_weights.values, pass.hidden_weights_slope().values);
    check(small.network.hidden_bias, pass.hidden_bias_slope());
    check(small.network.output_weights.values, pass.output_weights_slope().values);
    check(small.network.output_bias, pass.output_bias_slope());
    REQUIRE(pass.touched_rows().size() == 3);  // n-gram 3 occurs in no text
    for (std::size_t i = 0; i < pass.touched_rows().size(); ++i) {
        const std::span<float> row = small.network.embedding.row(pass.touched_rows()[i]);
        for (std::size_t k = 0; k < row.size(); ++k) {
            CHECK(small.slope_at(row[k]) == Approx(pass.embedding_slope(i)[k]).margin(2e-3));
        }
    }
}

TEST_CASE("dropout leaves out its share and keeps the sums", "[nlu][network]") {
    const NetworkShape shape{4000, 0, 0, 1, 2};
    Network network = Network::random(shape, 1);
    std::fill(network.hidden_weights.values.begin(), network.hidden_weights.values.end(), 0.001F);
    std::fill(network.output_weights.values.begin(), network.output_weights.values.end(), 1.0F);
    const std::vector<float> ones(shape.dense, 1);
    RandomStream random(5);
    NetworkPass pass(network);
    const std::vector<NetworkInput> inputs{{ones, {}}};
    const float whole = pass.forward(inputs, {}, random).values[0];
    const float dropped = pass.forward(inputs, {0.3F, 0}, random).values[0];
    CHECK(dropped != whole);
    CHECK(dropped == Approx(whole).epsilon(0.1));
}

TEST_CASE("a network learns from dense inputs and n-grams together, the same each time", "[nlu][network]") {
    const ToyProblem toy(200);
    const std::vector<NetworkLine> lines = toy.lines();
    const Network network = train_network(lines, toy.shape, toy.training());
    CHECK(train_network(lines, toy.shape, toy.training()).hidden_weights.values ==
          network.hidden_weights.values);
    const Standardisation plain{{0, 0}, {1, 1}};
    const std::vector<Network> members{network};
    const NeuralHead head(members, plain, {0, 1});
    std::size_t right = 0;
    for (std::size_t i = 0; i < toy.labels.size(); ++i) {
        const std::vector<float> logits = head.logits(toy.dense[i], toy.ngrams[i]);
        const auto best = std::max_element(logits.begin(), logits.end()) - logits.begin();
        right += static_cast<std::uint32_t>(best) == toy.labels[i] ? 1U : 0U;
    }
    CHECK(right >= 195);
}

TEST_CASE("a head with 8-bit weights says what its networks say, and comes back from its bytes",
          "[nlu][network]") {
    const SmallCase small;
    const std::vector<Network> members{small.network, Network::random(small.shape, 8)};
    const Standardisation plain{std::vector<float>(5, 0), std::vector<float>(5, 1)};
    const NeuralHead head(members, plain, {0, 1, 2, NeuralHead::no_row, 3});
    RandomStream random(1);
    NetworkPass first(members[0]);
    NetworkPass second(members[1]);
    const auto inputs = small.inputs();
    const Matrix& left = first.forward(inputs, {}, random);
    const Matrix& right = second.forward(inputs, {}, random);
    SectionWriter writer;
    head.write(writer);
    const std::string bytes = writer.take();
    NeuralHead again;
    SectionReader reader(std::as_bytes(std::span(bytes)), nullptr);
    REQUIRE(again.read(reader));
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const std::vector<float> logits = head.logits(inputs[i].dense, inputs[i].ngrams);
        for (std::size_t k = 0; k < logits.size(); ++k) {
            CHECK(logits[k] == Approx((left.row(i)[k] + right.row(i)[k]) / 2).margin(0.05));
        }
        CHECK(again.logits(inputs[i].dense, inputs[i].ngrams) == logits);
    }
    for (std::size_t length = 0; length < bytes.size(); length += 7) {
        NeuralHead damaged;
        SectionReader short_reader(std::as_bytes(std::span(bytes).first(length)), nullptr);
        CHECK_FALSE(damaged.read(short_reader));
    }
}

TEST_CASE("the vector loops compute what they say", "[nlu][network]") {
    std::vector<float> sums(37, 1);
    std::vector<float> values(37);
    std::vector<std::int8_t> steps(37);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<float>(i) / 4 - 4;
        steps[i] = static_cast<std::int8_t>(static_cast<int>(i) - 18);
    }
    add_scaled(sums, 2, std::span<const float>(values));
    add_scaled(sums, -1, std::span<const std::int8_t>(steps));
    std::vector<float> bent(37);
    gelu(values, bent);
    std::vector<float> slopes(37, 2);
    scale_by_gelu_slope(values, slopes);
    std::int32_t products = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        CHECK(sums[i] == Approx(1 + 2 * values[i] - static_cast<float>(steps[i])));
        const double gate = 1 / (1 + std::exp(-1.702 * values[i]));
        CHECK(bent[i] == Approx(values[i] * gate).margin(1e-6));
        CHECK(slopes[i] == Approx(2 * gate * (1 + 1.702 * values[i] * (1 - gate))).margin(1e-5));
        products += steps[i] * steps[i];
    }
    CHECK(dot(steps, steps) == products);
}
