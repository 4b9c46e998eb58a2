#pragma once

#include <random>

#include "personalization/recommender/interactions.h"

namespace parlance::tests {

// Two tastes: even users like items of the first half of the catalogue, odd ones of the second, each item
// with a chance of .6.
inline personalization::Interactions two_tastes(std::size_t users, std::size_t items, std::uint32_t seed) {
    std::mt19937 random(seed);
    personalization::Interactions likes(items);
    for (std::size_t user = 0; user < users; ++user) {
        std::vector<personalization::ItemNumber> liked;
        for (std::size_t i = 0; i < items / 2; ++i) {
            const std::size_t item = user % 2 == 0 ? i : items / 2 + i;
            if (random() % 10 < 6) liked.push_back(static_cast<personalization::ItemNumber>(item));
        }
        likes.add_user(std::move(liked));
    }
    return likes;
}

}  // namespace parlance::tests
