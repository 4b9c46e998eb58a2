#pragma once

#include <string>
#include <vector>

#include "personalization/recommender/interaction_reader.h"
#include "personalization/recommender/item_scorer.h"

namespace parlance::personalization {

// Scores an item by what it is about: the cosine between its terms (tags, words, linked items) and those of
// what somebody liked, each term weighted by how few items have it (TF-IDF, Sparck Jones 1972). Knows items
// that nobody has liked yet.
//
// links: the terms are items' numbers; an item is then also a term of its own, so a link is a likeness.
// items: of the catalogue; those behind the end of the lists have no terms. Terms of one item only tell
// nothing.
ItemScorer train_term_likeness(const ItemTerms& terms, std::size_t items, bool links);

}  // namespace parlance::personalization
