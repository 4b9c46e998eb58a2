#include "personalization/learning/gaussian_mixture.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parlance::personalization {

namespace {

constexpr int most_rounds = 200;
constexpr double small_gain = 1e-6;           // of the mean log likelihood
constexpr double least_variance_share = 0.1;  // of the whole set's variance in a direction
constexpr double least_points = 2;

// Weighted sums of one group, from which its share, mean and variance follow.
struct GroupSums {
    double weight = 0;
    std::vector<double> sum;
    std::vector<double> squares;

    explicit GroupSums(std::size_t width) : sum(width, 0), squares(width, 0) {}
    void add(std::span<const double> point, double by) {
        weight += by;
        for (std::size_t i = 0; i < point.size(); ++i) {
            sum[i] += by * point[i];
            squares[i] += by * point[i] * point[i];
        }
    }
    double mean(std::size_t column) const { return sum[column] / weight; }
    double variance(std::size_t column) const {
        return std::max(0.0, squares[column] / weight - mean(column) * mean(column));
    }
};

std::vector<double> least_variances(const PointSet& points) {
    GroupSums all(points.width);
    for (std::size_t i = 0; i < points.size(); ++i) all.add(points.row(i), 1);
    std::vector<double> least(points.width);
    for (std::size_t i = 0; i < points.width; ++i)
        least[i] = std::max(1e-9, least_variance_share * all.variance(i));
    return least;
}

}  // namespace

GaussianMixture GaussianMixture::fit(const PointSet& points, const KMeans& start) {
    const std::vector<double> least = least_variances(points);
    std::vector<GroupSums> sums(start.centers.size(), GroupSums(points.width));
    for (std::size_t i = 0; i < points.size(); ++i) sums[start.groups[i]].add(points.row(i), 1);
    GaussianMixture mixture;
    for (const GroupSums& group : sums) {
        if (group.weight == 0) continue;
        Group fitted{group.weight / static_cast<double>(points.size()), {}, {}};
        for (std::size_t i = 0; i < points.width; ++i) {
            fitted.mean.push_back(group.mean(i));
            fitted.variance.push_back(std::max(least[i], group.variance(i)));
        }
        mixture.groups_.push_back(std::move(fitted));
    }
    double before = mixture.improve(points, least);
    for (int round = 1; round < most_rounds; ++round) {
        const double now = mixture.improve(points, least);
        if (now - before < small_gain) break;
        before = now;
    }
    return mixture;
}

double GaussianMixture::improve(const PointSet& points, std::span<const double> least_variance) {
    std::vector<GroupSums> sums(groups_.size(), GroupSums(points.width));
    std::vector<double> weights;
    double likelihood = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        likelihood += weigh(points.row(i), weights);
        for (std::size_t k = 0; k < sums.size(); ++k) sums[k].add(points.row(i), weights[k]);
    }
    const auto count = static_cast<double>(points.size());
    for (std::size_t k = 0; k < groups_.size(); ++k) {
        groups_[k].share = sums[k].weight / count;
        // A group that lost its points stays where it was, with next to no share.
        if (sums[k].weight < least_points) continue;
        for (std::size_t i = 0; i < points.width; ++i) {
            groups_[k].mean[i] = sums[k].mean(i);
            groups_[k].variance[i] = std::max(least_variance[i], sums[k].variance(i));
        }
    }
    return likelihood / count;
}

double GaussianMixture::weigh(std::span<const double> point, std::vector<double>& memberships) const {
    memberships.resize(groups_.size());
    for (std::size_t k = 0; k < groups_.size(); ++k) {
        const Group& group = groups_[k];
        double log_density = std::log(std::max(group.share, 1e-300));
        for (std::size_t i = 0; i < point.size(); ++i) {
            const double miss = point[i] - group.mean[i];
            log_density -=
                (miss * miss / group.variance[i] + std::log(2 * std::numbers::pi * group.variance[i])) / 2;
        }
        memberships[k] = log_density;
    }
    const double highest = *std::max_element(memberships.begin(), memberships.end());
    double sum = 0;
    for (double& membership : memberships) sum += membership = std::exp(membership - highest);
    for (double& membership : memberships) membership /= sum;
    return highest + std::log(sum);
}

std::vector<double> GaussianMixture::memberships(std::span<const double> point) const {
    std::vector<double> shares;
    weigh(point, shares);
    return shares;
}

std::vector<std::uint32_t> GaussianMixture::groups_of(const PointSet& points) const {
    std::vector<std::uint32_t> groups;
    std::vector<double> shares;
    for (std::size_t i = 0; i < points.size(); ++i) {
        weigh(points.row(i), shares);
        const auto largest = std::max_element(shares.begin(), shares.end());
        groups.push_back(static_cast<std::uint32_t>(largest - shares.begin()));
    }
    return groups;
}

void GaussianMixture::write(nlu::SectionWriter& writer) const {
    writer.number(static_cast<std::uint32_t>(groups_.size()));
    for (const Group& group : groups_) {
        writer.number(group.share);
        for (std::size_t i = 0; i < group.mean.size(); ++i) {
            writer.number(group.mean[i]);
            writer.number(group.variance[i]);
        }
    }
}

bool GaussianMixture::read(nlu::SectionReader& reader, std::size_t width) {
    const auto count = reader.number<std::uint32_t>();
    bool sane = count > 0;
    for (std::uint32_t k = 0; k < count && reader.ok(); ++k) {
        Group group{reader.number<double>(), {}, {}};
        for (std::size_t i = 0; i < width && reader.ok(); ++i) {
            group.mean.push_back(reader.number<double>());
            group.variance.push_back(reader.number<double>());
            sane = sane && group.variance.back() > 0;
        }
        groups_.push_back(std::move(group));
    }
    return reader.ok() && sane;
}

}  // namespace parlance::personalization
