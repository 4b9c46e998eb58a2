#pragma once

#include "personalization/recommender/item_scorer.h"

namespace parlance::personalization {

// Foretells each item from all the others by a ridge regression in closed form: with G = X'X + penalty I and
// P = inverse of G, the weight of item i for item j is -P(i, j) / P(j, j), and 0 for itself. Float32; memory
// is twice items * items * 4 bytes while fitting and once after; time grows with the cube of the items:
// 17,000 of them take 2.3 GB and many minutes. Method: EASE^R, Steck 2019, "Embarrassingly Shallow
// Autoencoders for Sparse Data" (arXiv 1905.03375).
ItemScorer train_item_regression(const Interactions& training, float penalty);

}  // namespace parlance::personalization
