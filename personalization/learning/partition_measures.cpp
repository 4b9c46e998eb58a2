#include "personalization/learning/partition_measures.h"

#include <Eigen/Dense>
#include <algorithm>
#include <limits>
#include <map>
#include <utility>
#include <vector>

namespace parlance::personalization {

namespace {

double pairs(double count) {
    return count * (count - 1) / 2;
}

std::uint32_t count_of(std::span<const std::uint32_t> groups) {
    return groups.empty() ? 0 : *std::max_element(groups.begin(), groups.end()) + 1;
}

// (b - a) / max(a, b) of one point, from the summed distances to the groups.
double silhouette_of(std::span<const double> sums, std::span<const double> sizes, std::uint32_t own) {
    if (sizes[own] < 2) return 0;
    const double within = sums[own] / (sizes[own] - 1);
    double next = std::numeric_limits<double>::max();
    for (std::size_t group = 0; group < sizes.size(); ++group) {
        if (group != own && sizes[group] > 0) next = std::min(next, sums[group] / sizes[group]);
    }
    const double larger = std::max(within, next);
    return larger > 0 ? (next - within) / larger : 0;
}

}  // namespace

double adjusted_rand_index(std::span<const std::uint32_t> one, std::span<const std::uint32_t> other) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> both;
    std::map<std::uint32_t, double> firsts;
    std::map<std::uint32_t, double> seconds;
    for (std::size_t i = 0; i < one.size(); ++i) {
        both[{one[i], other[i]}] += 1;
        firsts[one[i]] += 1;
        seconds[other[i]] += 1;
    }
    const auto pairs_in = [](const auto& counts) {
        double sum = 0;
        for (const auto& [key, count] : counts) sum += pairs(count);
        return sum;
    };
    const double together = pairs_in(both);
    const double of_one = pairs_in(firsts);
    const double of_other = pairs_in(seconds);
    const double all = pairs(static_cast<double>(one.size()));
    const double by_chance = all > 0 ? of_one * of_other / all : 0;
    const double most = (of_one + of_other) / 2;
    return most - by_chance == 0 ? 1 : (together - by_chance) / (most - by_chance);
}

double mean_silhouette(const PointSet& points, std::span<const std::uint32_t> groups) {
    using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const std::uint32_t count = count_of(groups);
    std::vector<double> sizes(count, 0);
    for (const std::uint32_t group : groups) sizes[group] += 1;
    if (std::count_if(sizes.begin(), sizes.end(), [](double size) { return size > 0; }) < 2) return 0;
    const auto rows = static_cast<Eigen::Index>(points.size());
    const Eigen::Map<const RowMajor> view(points.values.data(), rows,
                                          static_cast<Eigen::Index>(points.width));
    double total = 0;
    std::vector<double> sums(count);
    for (Eigen::Index i = 0; i < rows; ++i) {
        const Eigen::VectorXd distances = (view.rowwise() - view.row(i)).rowwise().norm();
        std::fill(sums.begin(), sums.end(), 0.0);
        for (Eigen::Index k = 0; k < rows; ++k) sums[groups[static_cast<std::size_t>(k)]] += distances(k);
        total += silhouette_of(sums, sizes, groups[static_cast<std::size_t>(i)]);
    }
    return total / static_cast<double>(rows);
}

}  // namespace parlance::personalization
