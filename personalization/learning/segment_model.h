#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "intents/result.h"
#include "personalization/learning/gaussian_mixture.h"
#include "personalization/learning/segment_description.h"
#include "personalization/learning/segment_scaling.h"

namespace parlance::personalization {

// A customer's place among the segments: the segment with the largest share, and every share.
struct SegmentMembership {
    std::uint32_t segment = 0;
    std::vector<double> shares;  // one a segment, summing up to 1
};

// Segments found in data. Immutable once trained; safe to call from several threads.
struct SegmentModel {
    SegmentScaling scaling;
    GaussianMixture mixture;
    std::vector<SegmentDescription> segments;  // one a group of the mixture

    // One a row. Fails with bad_model when a feature is missing.
    Result<std::vector<SegmentMembership>> memberships(const FeatureMatrix& features) const;

    // One file, as of churn models, with the magic "PARLSEGM".
    std::string to_bytes() const;
    // Fails with bad_model on another kind of file, another version, damage.
    static Result<SegmentModel> from_bytes(std::string_view bytes);
    Result<std::size_t> save(const std::filesystem::path& file) const;
    static Result<SegmentModel> load(const std::filesystem::path& file);
};

}  // namespace parlance::personalization
