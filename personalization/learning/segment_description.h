#pragma once

#include <span>
#include <string>
#include <vector>

#include "personalization/learning/gaussian_mixture.h"

namespace parlance::personalization {

// How far a segment's mean is from everybody's.
struct SegmentTrait {
    std::string feature;
    double deviations = 0;  // above zero: higher than the mean of all
};

// What sets a segment apart.
struct SegmentDescription {
    std::string name;                  // "often in the app, rising balance"; unlike every other segment's
    double share = 0;                  // of the customers
    std::vector<SegmentTrait> traits;  // strongest first
};

// Describes the groups of a mixture over standardised features: named by up to three features that are half a
// deviation or more away from the mean, by further ones where two would have the same name.
// names: of the features, one a column. Never fails.
std::vector<SegmentDescription> describe_segments(const GaussianMixture& mixture,
                                                  const std::vector<std::string>& names);

}  // namespace parlance::personalization
