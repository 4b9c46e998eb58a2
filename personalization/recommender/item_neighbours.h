#pragma once

#include <cstddef>

#include "personalization/recommender/item_scorer.h"

namespace parlance::personalization {

struct NeighbourOptions {
    std::size_t neighbours = 100;  // the nearest ones that each item keeps
    float shrinkage = 10;          // added to the cosine's denominator: few likes prove little
};

// Scores an item by its likeness to what somebody liked: the cosine between the sets of users who liked them.
// Method: item-based collaborative filtering, Sarwar et al. 2001; shrinkage as Bell and Koren 2007.
ItemScorer train_item_neighbours(const Interactions& training, const NeighbourOptions& options);

}  // namespace parlance::personalization
