#pragma once

#include <cmath>
#include <random>
#include <string>

#include "personalization/learning/binary_training.h"
#include "personalization/learning/feature_matrix.h"

namespace parlance::tests {

// Rows whose log odds are 2 * first - third, with a second feature that tells nothing; `third` is 0 or 1.
inline personalization::LabelledMatrix made_rows(std::size_t count, std::uint32_t seed, double shift = 0) {
    std::mt19937 random(seed);
    const auto uniform = [&random] { return static_cast<double>(random()) / 4294967296.0; };
    personalization::LabelledMatrix rows{{{"first", "second", "third = yes"}, {}}, {}, {}};
    for (std::size_t i = 0; i < count; ++i) {
        const double first = 4 * uniform() - 2;
        const double third = uniform() < 0.5 ? 1 : 0;
        for (const double value : {first, uniform(), third})
            rows.features.values.push_back(static_cast<float>(value));
        const double chance = 1 / (1 + std::exp(-(2 * first - third + shift)));
        rows.labels.push_back(uniform() < chance ? 1 : 0);
    }
    return rows;
}

// A training that takes a moment.
inline personalization::BinaryTrainingOptions quick_training() {
    personalization::BinaryTrainingOptions options;
    options.inner_parts = 3;
    options.bags = 1;
    options.penalties = {1};
    personalization::TreeOptions trees;
    trees.depth = 2;
    trees.learning_rate = 0.2;
    trees.row_share = 0.8;
    trees.most_rounds = 100;
    trees.patience = 10;
    options.trees = {trees};
    return options;
}

}  // namespace parlance::tests
