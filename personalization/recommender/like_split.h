#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "personalization/recommender/interaction_reader.h"
#include "personalization/recommender/interactions.h"

namespace parlance::personalization {

// What is learned from, and what each user liked besides, to measure on. The same users in the same order.
struct LikeSplit {
    Interactions training;
    Interactions test;
};

// Numbers for the names: items as they come, but where all are whole numbers below a bound that suits a
// catalogue, their own numbers, so that lists of item terms fit.
class ItemNumbers {
public:
    explicit ItemNumbers(const std::vector<const NamedLikes*>& files);

    std::size_t size() const { return size_; }
    ItemNumber of(const std::string& name) const;

private:
    bool by_value_ = true;
    std::size_t size_ = 0;
    std::vector<std::string> names_;  // sorted; unused when numbers are values
};

// Each user's likes without order or time: `share` of them, drawn by the seed, are kept out; nobody loses his
// last one. 0 <= share < 1.
LikeSplit hold_out(const Interactions& all, double share, std::uint32_t seed);

Interactions numbered(const NamedLikes& likes, const ItemNumbers& numbers);

// Likes of the test file, beside those of the training file by the users' names. Users of the test file that
// the training does not have come last, with nothing to learn from.
LikeSplit beside(const NamedLikes& training, const NamedLikes& test, const ItemNumbers& numbers);

}  // namespace parlance::personalization
