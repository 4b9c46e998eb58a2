#include "nlu/neural/network.h"

#include <cmath>

#include "nlu/neural/random_stream.h"

namespace parlance::nlu {

namespace {

// An n-gram's vector starts this large a number; texts sum two unit-length parts of them.
constexpr float embedding_deviation = 0.5F;

void fill(Matrix& matrix, float deviation, RandomStream& random) {
    for (float& value : matrix.values) value = deviation * random.normal();
}

}  // namespace

Network Network::random(const NetworkShape& shape, std::uint64_t seed) {
    const std::size_t input = shape.dense + shape.embedding;
    Network network{shape,
                    Matrix(shape.ngrams, shape.embedding),
                    Matrix(input, shape.hidden),
                    std::vector<float>(shape.hidden),
                    Matrix(shape.hidden, shape.classes),
                    std::vector<float>(shape.classes)};
    RandomStream random(seed);
    fill(network.embedding, embedding_deviation, random);
    fill(network.hidden_weights, std::sqrt(1 / static_cast<float>(input)), random);
    fill(network.output_weights, std::sqrt(1 / static_cast<float>(shape.hidden)), random);
    return network;
}

}  // namespace parlance::nlu
