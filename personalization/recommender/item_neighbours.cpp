#include "personalization/recommender/item_neighbours.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace parlance::personalization {

namespace {

struct Neighbour {
    ItemNumber item = 0;
    float likeness = 0;
};

using Neighbours = std::vector<std::vector<Neighbour>>;

std::vector<Neighbour> nearest(std::vector<Neighbour> all, std::size_t most) {
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size()));
    std::partial_sort(all.begin(), end, all.end(), [](const Neighbour& left, const Neighbour& right) {
        return left.likeness != right.likeness ? left.likeness > right.likeness : left.item < right.item;
    });
    return {all.begin(), end};
}

Neighbours neighbours_of(const Interactions& training, const NeighbourOptions& options) {
    const Interactions fans = training.transposed();
    Neighbours result(training.items());
    std::vector<float> together(training.items());
    for (ItemNumber item = 0; item < training.items(); ++item) {
        std::vector<ItemNumber> met;
        for (const ItemNumber user : fans.of(item)) {
            for (const ItemNumber other : training.of(user)) {
                if (together[other] == 0) met.push_back(other);
                together[other] += 1;
            }
        }
        std::vector<Neighbour> all;
        for (const ItemNumber other : met) {
            const auto sizes = static_cast<float>(fans.of(item).size() * fans.of(other).size());
            if (other != item)
                all.push_back({other, together[other] / (std::sqrt(sizes) + options.shrinkage)});
            together[other] = 0;
        }
        result[item] = nearest(std::move(all), options.neighbours);
    }
    return result;
}

}  // namespace

ItemScorer train_item_neighbours(const Interactions& training, const NeighbourOptions& options) {
    const auto neighbours = std::make_shared<const Neighbours>(neighbours_of(training, options));
    return [neighbours](std::span<const ItemNumber> history, std::span<float> scores) {
        std::fill(scores.begin(), scores.end(), 0.0F);
        for (const ItemNumber item : history) {
            for (const Neighbour& near : (*neighbours)[item]) scores[near.item] += near.likeness;
        }
    };
}

}  // namespace parlance::personalization
