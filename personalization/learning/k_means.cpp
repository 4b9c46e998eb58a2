#include "personalization/learning/k_means.h"

#include <Eigen/Dense>
#include <algorithm>
#include <limits>
#include <numeric>

namespace parlance::personalization {

namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Points = Eigen::Map<const RowMajor>;

Points view_of(const PointSet& points) {
    return {points.values.data(), static_cast<Eigen::Index>(points.size()),
            static_cast<Eigen::Index>(points.width)};
}

// One place, each as likely as its weight; any place when all weights are 0.
Eigen::Index drawn_place(const Eigen::VectorXd& weights, SeededRandom& random) {
    double left = random.uniform() * weights.sum();
    for (Eigen::Index i = 0; i < weights.size(); ++i) {
        left -= weights(i);
        if (left < 0) return i;
    }
    return static_cast<Eigen::Index>(random.below(static_cast<std::uint64_t>(weights.size())));
}

// k-means++: each further center is a point drawn by its squared distance to the nearest center so far.
RowMajor beginning(const Points& points, Eigen::Index count, SeededRandom& random) {
    RowMajor centers(count, points.cols());
    Eigen::VectorXd distances = Eigen::VectorXd::Constant(points.rows(), std::numeric_limits<double>::max());
    Eigen::Index place = static_cast<Eigen::Index>(random.below(static_cast<std::uint64_t>(points.rows())));
    for (Eigen::Index i = 0; i < count; ++i) {
        if (i > 0) place = drawn_place(distances, random);
        centers.row(i) = points.row(place);
        distances = distances.cwiseMin((points.rowwise() - centers.row(i)).rowwise().squaredNorm());
    }
    return centers;
}

// Gives each point its nearest center; returns the sum of the squared distances.
double assign(const Points& points, const RowMajor& centers, std::vector<std::uint32_t>& groups) {
    const Eigen::VectorXd lengths = centers.rowwise().squaredNorm();
    RowMajor scores = -2 * points * centers.transpose();
    scores.rowwise() += lengths.transpose();
    double inertia = points.squaredNorm();
    groups.resize(static_cast<std::size_t>(points.rows()));
    for (Eigen::Index i = 0; i < points.rows(); ++i) {
        Eigen::Index nearest = 0;
        inertia += scores.row(i).minCoeff(&nearest);
        groups[static_cast<std::size_t>(i)] = static_cast<std::uint32_t>(nearest);
    }
    return inertia;
}

// Moves each center to the mean of its points; one without points stays.
void move_centers(const Points& points, const std::vector<std::uint32_t>& groups, RowMajor& centers) {
    RowMajor sums = RowMajor::Zero(centers.rows(), centers.cols());
    Eigen::VectorXd counts = Eigen::VectorXd::Zero(centers.rows());
    for (Eigen::Index i = 0; i < points.rows(); ++i) {
        const auto group = static_cast<Eigen::Index>(groups[static_cast<std::size_t>(i)]);
        sums.row(group) += points.row(i);
        counts(group) += 1;
    }
    for (Eigen::Index i = 0; i < centers.rows(); ++i) {
        if (counts(i) > 0) centers.row(i) = sums.row(i) / counts(i);
    }
}

KMeans run(const Points& points, RowMajor centers, int most_rounds) {
    KMeans result;
    std::vector<std::uint32_t> before;
    for (int round = 0; round < most_rounds; ++round) {
        result.inertia = assign(points, centers, result.groups);
        if (result.groups == before) break;
        before = result.groups;
        move_centers(points, result.groups, centers);
    }
    result.inertia = assign(points, centers, result.groups);
    result.centers = {static_cast<std::size_t>(points.cols()),
                      {centers.data(), centers.data() + centers.size()}};
    return result;
}

// The largest group first, equal ones as they were.
KMeans in_order(const KMeans& found) {
    const std::size_t count = found.centers.size();
    std::vector<std::size_t> sizes(count, 0);
    for (const std::uint32_t group : found.groups) ++sizes[group];
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t left, std::size_t right) { return sizes[left] > sizes[right]; });
    std::vector<std::uint32_t> place(count);
    for (std::size_t i = 0; i < count; ++i) place[order[i]] = static_cast<std::uint32_t>(i);
    KMeans result{found.centers.rows(order), {}, found.inertia};
    for (const std::uint32_t group : found.groups) result.groups.push_back(place[group]);
    return result;
}

}  // namespace

KMeans k_means(const PointSet& points, std::size_t count, const KMeansOptions& options,
               SeededRandom& random) {
    const Points view = view_of(points);
    KMeans best;
    for (std::size_t i = 0; i < std::max<std::size_t>(1, options.restarts); ++i) {
        RowMajor centers = beginning(view, static_cast<Eigen::Index>(count), random);
        KMeans found = run(view, std::move(centers), options.most_rounds);
        if (i == 0 || found.inertia < best.inertia) best = std::move(found);
    }
    return in_order(best);
}

std::vector<std::uint32_t> nearest_centers(const PointSet& points, const PointSet& centers) {
    std::vector<std::uint32_t> groups;
    assign(view_of(points), view_of(centers), groups);
    return groups;
}

}  // namespace parlance::personalization
