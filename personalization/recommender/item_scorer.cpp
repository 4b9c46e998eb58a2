#include "personalization/recommender/item_scorer.h"

#include <algorithm>
#include <memory>
#include <random>
#include <vector>

namespace parlance::personalization {

ItemScorer popularity_scorer(const Interactions& training) {
    auto counts = std::make_shared<std::vector<float>>(training.items());
    for (std::size_t user = 0; user < training.users(); ++user) {
        for (const ItemNumber item : training.of(user)) (*counts)[item] += 1;
    }
    return [counts = std::shared_ptr<const std::vector<float>>(counts)](std::span<const ItemNumber>,
                                                                        std::span<float> scores) {
        std::copy(counts->begin(), counts->end(), scores.begin());
    };
}

ItemScorer random_scorer(std::uint32_t seed) {
    return [seed](std::span<const ItemNumber> history, std::span<float> scores) {
        std::seed_seq words(history.begin(), history.end());
        std::vector<std::uint32_t> mixed(2);
        words.generate(mixed.begin(), mixed.end());
        std::mt19937 random(seed ^ mixed.front());
        for (float& score : scores) score = static_cast<float>(random() >> 8U);
    };
}

}  // namespace parlance::personalization
