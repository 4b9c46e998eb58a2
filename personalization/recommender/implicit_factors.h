#pragma once

#include <cstddef>
#include <cstdint>

#include "personalization/recommender/item_scorer.h"

namespace parlance::personalization {

struct FactorOptions {
    std::size_t factors = 64;
    float penalty = 0.003F;      // of the squared factors, times how often a user or an item counts
    float unseen_weight = 0.1F;  // of every pair, liked or not, against 1 for a liked one
    int rounds = 12;
    std::uint32_t seed = 42;
};

// Factors of users and items whose product is 1 where there was a like and 0 elsewhere, by alternating least
// squares. A history is folded in: its factors are solved for anew, so users need not be known.
// Method: iALS, Hu, Koren and Volinsky 2008, with the loss and penalty of Rendle et al. 2021, "Revisiting the
// Performance of iALS on Item Recommendation Benchmarks" (arXiv 2110.14037), nu = 1.
ItemScorer train_implicit_factors(const Interactions& training, const FactorOptions& options);

}  // namespace parlance::personalization
