#include "nlu/neural/network_training.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "nlu/neural/vector_loops.h"

namespace parlance::nlu {

namespace {

constexpr double warm_up_share = 0.05;

// The running means of one block of weights.
struct Moments {
    std::vector<float> first;
    std::vector<float> second;

    explicit Moments(std::size_t count) : first(count), second(count) {}
    AdamMoments view() { return {first, second}; }
};

// Changes a network's weights by the slopes of a pass.
class Optimiser {
public:
    Optimiser(Network& network, const NetworkTraining& training)
        : network_(network),
          training_(training),
          hidden_weights_(network.hidden_weights.values.size()),
          hidden_bias_(network.hidden_bias.size()),
          output_weights_(network.output_weights.values.size()),
          output_bias_(network.output_bias.size()),
          row_squares_(network.shape.ngrams) {}

    // scale: of the learning rates, in [0, 1].
    void step(const NetworkPass& pass, double scale) {
        ++steps_;
        const double rate = training_.learning_rate * scale;
        const AdamRates plain{static_cast<float>(rate / (1 - std::pow(0.9, steps_))),
                              static_cast<float>(1 / (1 - std::pow(0.999, steps_))), 0};
        AdamRates decaying = plain;
        decaying.decay = static_cast<float>(rate * training_.weight_decay);
        adam_step(network_.hidden_weights.values, pass.hidden_weights_slope().values, hidden_weights_.view(),
                  decaying);
        adam_step(network_.output_weights.values, pass.output_weights_slope().values, output_weights_.view(),
                  decaying);
        adam_step(network_.hidden_bias, pass.hidden_bias_slope(), hidden_bias_.view(), plain);
        adam_step(network_.output_bias, pass.output_bias_slope(), output_bias_.view(), plain);
        step_embedding(pass, static_cast<float>(training_.embedding_rate * scale));
    }

private:
    void step_embedding(const NetworkPass& pass, float rate) {
        const std::span<const std::uint32_t> rows = pass.touched_rows();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const std::span<const float> slope = pass.embedding_slope(i);
            const float squares = std::inner_product(slope.begin(), slope.end(), slope.begin(), 0.0F);
            float& sum = row_squares_[rows[i]];
            sum += squares / static_cast<float>(slope.size());
            if (sum <= 0) continue;
            add_scaled(network_.embedding.row(rows[i]), -rate / (std::sqrt(sum) + 1e-10F), slope);
        }
    }

    Network& network_;
    const NetworkTraining& training_;
    Moments hidden_weights_;
    Moments hidden_bias_;
    Moments output_weights_;
    Moments output_bias_;
    std::vector<float> row_squares_;  // mean squares of an n-gram's slopes, summed over the steps
    int steps_ = 0;
};

// The learning rate's share at `done` of the way.
double rate_at(double done) {
    if (done < warm_up_share) return done / warm_up_share;
    return 0.5 * (1 + std::cos(std::numbers::pi * (done - warm_up_share) / (1 - warm_up_share)));
}

// Deals the lines' numbers in ever new random orders.
class Dealer {
public:
    explicit Dealer(std::size_t count) : order_(count), next_(count) {
        std::iota(order_.begin(), order_.end(), std::size_t{0});
    }
    std::size_t next(RandomStream& random) {
        if (next_ == order_.size()) {
            for (std::size_t i = order_.size(); i > 1; --i) std::swap(order_[i - 1], order_[random.below(i)]);
            next_ = 0;
        }
        return order_[next_++];
    }

private:
    std::vector<std::size_t> order_;
    std::size_t next_;
};

}  // namespace

Network train_network(std::span<const NetworkLine> lines, const NetworkShape& shape,
                      const NetworkTraining& training, const std::function<void(double)>& progress) {
    Network network = Network::random(shape, training.seed);
    if (lines.empty()) return network;
    RandomStream random(training.seed ^ 0x5EEDULL);
    NetworkPass pass(network);
    Optimiser optimiser(network, training);
    Dealer dealer(lines.size());
    const std::size_t batch = std::min(training.batch, lines.size());
    const auto steps = std::max<std::size_t>(
        1, static_cast<std::size_t>(training.epochs * static_cast<double>(lines.size())) / batch);
    std::vector<NetworkInput> inputs(batch);
    std::vector<NetworkTarget> targets(batch);
    for (std::size_t step = 0; step < steps; ++step) {
        for (std::size_t i = 0; i < batch; ++i) {
            const NetworkLine& line = lines[dealer.next(random)];
            inputs[i] = random.unit() < training.copy_share ? line.copy : line.input;
            targets[i] = line.target;
        }
        pass.forward(inputs, training.dropout, random);
        pass.backward(inputs, targets, training.label_smoothing);
        const double done = static_cast<double>(step + 1) / static_cast<double>(steps);
        optimiser.step(pass, rate_at(done));
        if (progress && step % 8 == 7) progress(done);
    }
    return network;
}

}  // namespace parlance::nlu
