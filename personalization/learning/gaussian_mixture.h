#pragma once

#include <span>
#include <vector>

#include "nlu/encoder/section_bytes.h"
#include "personalization/learning/k_means.h"
#include "personalization/learning/point_set.h"

namespace parlance::personalization {

// How far a point belongs to each of several groups, as shares that sum up to 1: every group is a Gaussian
// with a deviation of its own in each direction. Immutable once fitted; safe to call from several threads.
// Method: expectation-maximisation; Dempster, Laird and Rubin 1977. Deviations are kept from falling below a
// third of the whole set's, so that no group shrinks onto one repeated value.
class GaussianMixture {
public:
    // Begins at the groups of k-means. Groups without points are left out. Never fails.
    static GaussianMixture fit(const PointSet& points, const KMeans& start);

    // One share a group.
    std::vector<double> memberships(std::span<const double> point) const;

    // The group with the largest share, one a point.
    std::vector<std::uint32_t> groups_of(const PointSet& points) const;

    std::size_t count() const { return groups_.size(); }
    // Share of all points that belong to the group, and where its middle is.
    double share(std::size_t group) const { return groups_[group].share; }
    std::span<const double> center(std::size_t group) const { return groups_[group].mean; }

    void write(nlu::SectionWriter& writer) const;
    bool read(nlu::SectionReader& reader, std::size_t width);

private:
    struct Group {
        double share = 0;
        std::vector<double> mean;
        std::vector<double> variance;
    };
    // The points' weighted share, mean and variance in every group become the groups; gives the mean log
    // likelihood of the points before that.
    double improve(const PointSet& points, std::span<const double> least_variance);
    // Fills in the memberships; returns the log likelihood of the point.
    double weigh(std::span<const double> point, std::vector<double>& memberships) const;

    std::vector<Group> groups_;
};

}  // namespace parlance::personalization
