#include "personalization/learning/segment_count.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "personalization/learning/chance_points.h"
#include "personalization/learning/partition_measures.h"
#include "personalization/learning/row_sample.h"

namespace parlance::personalization {

namespace {

constexpr std::size_t fewest_a_group = 5;
constexpr KMeansOptions careful{10, 100};
constexpr KMeansOptions quick{3, 50};

PointSet bootstrapped(const PointSet& points, SeededRandom& random) {
    std::vector<std::size_t> drawn(points.size());
    for (std::size_t& index : drawn) index = static_cast<std::size_t>(random.below(points.size()));
    return points.rows(drawn);
}

double stability_of(const PointSet& points, std::size_t count, std::size_t pairs, SeededRandom& random) {
    double sum = 0;
    for (std::size_t i = 0; i < pairs; ++i) {
        const KMeans one = k_means(bootstrapped(points, random), count, quick, random);
        const KMeans other = k_means(bootstrapped(points, random), count, quick, random);
        sum +=
            adjusted_rand_index(nearest_centers(points, one.centers), nearest_centers(points, other.centers));
    }
    return sum / static_cast<double>(pairs);
}

double silhouette_of(const PointSet& points, std::size_t count, const KMeansOptions& options,
                     SeededRandom& random) {
    return mean_silhouette(points, k_means(points, count, options, random).groups);
}

struct Chance {
    double mean = 0;
    double deviation = 0;
};

Chance chance_of(const std::vector<double>& draws) {
    const auto count = static_cast<double>(draws.size());
    Chance chance;
    for (const double draw : draws) chance.mean += draw / count;
    for (const double draw : draws) chance.deviation += (draw - chance.mean) * (draw - chance.mean);
    chance.deviation = std::sqrt(chance.deviation / std::max(1.0, count - 1));
    return chance;
}

void compare_with_chance(const ChancePoints& groupless, std::size_t rows, const SegmentCountOptions& options,
                         SeededRandom& random, SegmentCountTrial& trial) {
    std::vector<double> gaussian;
    std::vector<double> box;
    for (std::size_t i = 0; i < options.chance_draws; ++i) {
        gaussian.push_back(silhouette_of(groupless.gaussian(rows, random), trial.count, quick, random));
        box.push_back(silhouette_of(groupless.box(rows, random), trial.count, quick, random));
    }
    const Chance one = chance_of(gaussian);
    const Chance other = chance_of(box);
    const Chance& higher = one.mean > other.mean ? one : other;
    trial.chance_silhouette = higher.mean;
    trial.excess = (trial.silhouette - higher.mean) / std::max(higher.deviation, 1e-6);
}

}  // namespace

SegmentCountChoice choose_segment_count(const PointSet& points, const SegmentCountOptions& options,
                                        const LearningProgress& progress) {
    const PointSet sample = points.rows(sampled_rows(points.size(), options.most_rows, options.seed));
    const std::size_t most = std::min(options.most, sample.size() / fewest_a_group);
    SegmentCountChoice choice;
    if (sample.width == 0 || most < options.least) return choice;
    const ChancePoints groupless(sample);
    double highest = 0;
    for (std::size_t count = options.least; count <= most; ++count) {
        if (progress)
            progress(
                "trying " + std::to_string(count) + " segments",
                static_cast<double>(count - options.least) / static_cast<double>(most - options.least + 1));
        SeededRandom random = SeededRandom::of_part(options.seed, count);
        SegmentCountTrial trial{count};
        trial.silhouette = silhouette_of(sample, count, careful, random);
        trial.stability = stability_of(sample, count, options.bootstraps, random);
        compare_with_chance(groupless, sample.size(), options, random, trial);
        trial.holds = trial.stability >= options.least_stability && trial.excess >= options.least_excess;
        if (trial.holds && trial.silhouette > highest) {
            highest = trial.silhouette;
            choice.count = count;
        }
        choice.trials.push_back(trial);
    }
    return choice;
}

}  // namespace parlance::personalization
