#pragma once

#include <vector>

#include "personalization/recommender/item_scorer.h"
#include "personalization/recommender/like_split.h"

namespace parlance::personalization {

// The weighted sum of several scorers, each first brought to mean 0 and deviation 1 over the catalogue.
// Scorers of weight 0 are not asked. scorers and weights: equally many.
ItemScorer blend_of(const std::vector<NamedScorer>& scorers, const std::vector<double>& weights);

// The weights with the best NDCG@10 on the kept-out likes, found one weight after the other until none gets
// better (at most three times through). Of large sets only as many users, evenly spread, are looked at as 400
// MB of scores hold.
std::vector<double> find_blend_weights(const std::vector<NamedScorer>& scorers, const LikeSplit& validation);

}  // namespace parlance::personalization
