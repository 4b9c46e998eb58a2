#pragma once

#include <functional>
#include <span>
#include <string>

#include "personalization/recommender/interactions.h"

namespace parlance::personalization {

// How much each item suits somebody who liked `history`: one score an item, higher is better, comparable only
// within one call. The history may be anybody's, also somebody's whom the training did not know, so one event
// is enough to answer to. Safe to call from several threads.
using ItemScorer = std::function<void(std::span<const ItemNumber> history, std::span<float> scores)>;

struct NamedScorer {
    std::string name;  // "item-kNN, 100 neighbours"
    ItemScorer score;
    double fit_seconds = 0;
};

// How many liked each item, for everybody alike.
ItemScorer popularity_scorer(const Interactions& training);

// Any order, another one for each history; the same for equal seeds.
ItemScorer random_scorer(std::uint32_t seed);

}  // namespace parlance::personalization
