#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

#include "personalization/learning/feature_matrix.h"

namespace parlance::personalization {

// Which rows are learned from and which are measured on.
struct Split {
    std::vector<std::size_t> training;
    std::vector<std::size_t> test;
};

// Parts whose shares of positives are alike, shuffled by the seed: the very folds of scikit-learn's
// StratifiedKFold(parts, shuffle=True, random_state=seed), so that figures compare row by row.
// labels: at least `parts` of either kind gives every part some of both.
std::vector<Split> stratified_folds(std::span<const std::uint8_t> labels, std::size_t parts,
                                    std::uint32_t seed);

// Parts that keep the rows of a group together and have about equally many rows: the largest group first,
// each goes to the part that has the fewest rows yet, as in scikit-learn's GroupKFold; the seed orders groups
// of one size.
std::vector<Split> grouped_folds(std::span<const std::uint32_t> groups, std::size_t parts,
                                 std::uint32_t seed);

// Grouped folds when the rows have groups, else stratified ones.
std::vector<Split> folds_of(const LabelledMatrix& rows, std::size_t parts, std::uint32_t seed);

// The first `share` of the order is learned from, the rest measured on.
Split temporal_split(std::span<const std::size_t> order, double share);

// Shuffles like NumPy's RandomState(seed): Fisher-Yates from the end over a Mersenne twister whose draws
// above the bound are thrown away.
class SeededShuffle {
public:
    explicit SeededShuffle(std::uint32_t seed) : twister_(seed) {}
    void shuffle(std::vector<std::size_t>& values);

private:
    std::mt19937 twister_;
};

}  // namespace parlance::personalization
