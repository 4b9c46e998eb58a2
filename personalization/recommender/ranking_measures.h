#pragma once

#include <span>
#include <vector>

#include "personalization/recommender/item_scorer.h"
#include "personalization/recommender/like_split.h"

namespace parlance::personalization {

// What rankings of the whole catalogue are worth: means over the users who liked something that was kept out.
// Items of the training are never ranked for who liked them; no negatives are drawn.
struct RankingMeasures {
    std::size_t users = 0;
    double ndcg_at_10 = 0;  // gain 1 a hit, over the best order's
    double ndcg_at_20 = 0;
    double recall_at_20 = 0;  // hits over what was kept out
    double precision_at_5 = 0;
    double hit_rate_at_10 = 0;  // share of users with a hit
    double coverage_at_10 = 0;  // share of the catalogue that anybody is shown
    double novelty_at_10 = 0;   // mean bits of surprise: -log2 of the share of users who liked an item
    double p99_ms = 0;          // of one ranking
};

// The best items that are not in the history, best first; equals by number.
std::vector<ItemNumber> best_items(std::span<float> scores, std::span<const ItemNumber> history,
                                   std::size_t most);

// Discounted gain of a ranking's first `depth`, in [0, 1]. wanted: rising and not empty.
double ndcg(std::span<const ItemNumber> ranking, std::span<const ItemNumber> wanted, std::size_t depth);

RankingMeasures measure_ranking(const ItemScorer& scorer, const LikeSplit& split);

}  // namespace parlance::personalization
