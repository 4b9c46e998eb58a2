#include "personalization/learning/folds.h"

#include <algorithm>
#include <bit>
#include <map>
#include <numeric>
#include <utility>

namespace parlance::personalization {

namespace {

std::vector<Split> splits_of(std::span<const std::size_t> part_of_row, std::size_t parts) {
    std::vector<Split> splits(parts);
    for (std::size_t row = 0; row < part_of_row.size(); ++row) {
        for (std::size_t part = 0; part < parts; ++part) {
            (part_of_row[row] == part ? splits[part].test : splits[part].training).push_back(row);
        }
    }
    return splits;
}

}  // namespace

void SeededShuffle::shuffle(std::vector<std::size_t>& values) {
    for (std::size_t last = values.size(); last-- > 1;) {
        const auto mask = static_cast<std::uint32_t>(std::bit_ceil(last + 1) - 1);
        std::size_t chosen = last + 1;
        while (chosen > last) chosen = static_cast<std::uint32_t>(twister_()) & mask;
        std::swap(values[last], values[chosen]);
    }
}

std::vector<Split> stratified_folds(std::span<const std::uint8_t> labels, std::size_t parts,
                                    std::uint32_t seed) {
    SeededShuffle order(seed);
    std::vector<std::size_t> part_of_row(labels.size());
    const std::uint8_t first = labels.empty() ? 0 : labels.front();
    const auto of_first = static_cast<std::size_t>(std::count(labels.begin(), labels.end(), first));
    // The rows sorted by label, the first row's label in front, are dealt to the parts in turn; that says how
    // many of each label a part gets, and the shuffle which ones.
    for (const bool is_first : {true, false}) {
        const std::size_t begin = is_first ? 0 : of_first;
        const std::size_t end = is_first ? of_first : labels.size();
        std::vector<std::size_t> deal;
        for (std::size_t part = 0; part < parts; ++part) {
            for (std::size_t at = begin; at < end; ++at) {
                if (at % parts == part) deal.push_back(part);
            }
        }
        order.shuffle(deal);
        std::size_t next = 0;
        for (std::size_t row = 0; row < labels.size(); ++row) {
            if ((labels[row] == first) == is_first) part_of_row[row] = deal[next++];
        }
    }
    return splits_of(part_of_row, parts);
}

std::vector<Split> grouped_folds(std::span<const std::uint32_t> groups, std::size_t parts,
                                 std::uint32_t seed) {
    std::map<std::uint32_t, std::size_t> sizes;
    for (const std::uint32_t group : groups) ++sizes[group];
    const std::vector<std::pair<std::uint32_t, std::size_t>> counted(sizes.begin(), sizes.end());
    std::vector<std::size_t> order(counted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    SeededShuffle(seed).shuffle(order);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        return counted[left].second > counted[right].second;
    });
    std::vector<std::size_t> rows_of_part(parts, 0);
    std::map<std::uint32_t, std::size_t> part_of_group;
    for (const std::size_t place : order) {
        const auto lightest = std::min_element(rows_of_part.begin(), rows_of_part.end());
        part_of_group[counted[place].first] = static_cast<std::size_t>(lightest - rows_of_part.begin());
        *lightest += counted[place].second;
    }
    std::vector<std::size_t> part_of_row;
    for (const std::uint32_t group : groups) part_of_row.push_back(part_of_group.at(group));
    return splits_of(part_of_row, parts);
}

std::vector<Split> folds_of(const LabelledMatrix& rows, std::size_t parts, std::uint32_t seed) {
    return rows.groups.empty() ? stratified_folds(rows.labels, parts, seed)
                               : grouped_folds(rows.groups, parts, seed);
}

Split temporal_split(std::span<const std::size_t> order, double share) {
    const auto border = static_cast<std::size_t>(share * static_cast<double>(order.size()));
    return {{order.begin(), order.begin() + static_cast<std::ptrdiff_t>(border)},
            {order.begin() + static_cast<std::ptrdiff_t>(border), order.end()}};
}

}  // namespace parlance::personalization
