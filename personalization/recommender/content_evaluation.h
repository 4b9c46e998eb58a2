#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "personalization/learning/binary_training.h"
#include "personalization/recommender/item_scorer.h"
#include "personalization/recommender/like_split.h"
#include "personalization/recommender/ranking_measures.h"
#include "personalization/recommender/term_likeness.h"

namespace parlance::personalization {

// What the items are about, besides who liked them.
struct ItemContent {
    std::string name;  // "tags"
    ItemTerms terms;
    bool links = false;
};

struct ContentEvaluationOptions {
    std::uint32_t seed = 42;
    std::size_t factors = 64;
    std::size_t most_regressed_items = 8000;  // catalogues above have no EASE^R: its time grows with the cube
};

struct ScorerResult {
    std::string name;
    RankingMeasures measures;
    double fit_seconds = 0;
};

struct ContentEvaluation {
    std::vector<ScorerResult> results;  // random and popularity first, the blend last
    double search_seconds = 0;          // of choosing settings and weights on the validation part
};

// Fits each kind of scorer and measures it on split.test. Settings and the blend's weights are those with the
// best NDCG@10 on a fifth of the training's likes, kept out of the training meanwhile; the test part is not
// looked at before. Equal inputs and seed give equal measures but times. Never fails.
ContentEvaluation evaluate_content(const LikeSplit& split, const std::vector<ItemContent>& content,
                                   const ContentEvaluationOptions& options,
                                   const LearningProgress& progress = {});

}  // namespace parlance::personalization
