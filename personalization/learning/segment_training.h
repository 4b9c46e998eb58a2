#pragma once

#include <optional>
#include <vector>

#include "personalization/learning/segment_count.h"
#include "personalization/learning/segment_model.h"

namespace parlance::personalization {

struct SegmentTrainingOptions {
    SegmentCountOptions choosing;
    std::size_t count = 0;                 // so many segments whatever speaks for it; 0: chosen
    std::size_t most_fitted_rows = 50000;  // a sample of so many is fitted to
};

// Segments with what they are worth on the rows they were made from.
struct FittedSegments {
    SegmentModel model;
    std::vector<std::size_t> sizes;  // rows in each segment, by the largest share
    double silhouette = 0;           // of a sample of the rows so grouped
    double agreement = 0;            // adjusted Rand index with the groups of k-means that the fit began at
};

struct SegmentTraining {
    SegmentCountChoice choice;
    std::optional<FittedSegments> fitted;  // nothing when the rows fall into no segments
};

// Puts the features on one scale, chooses the number of segments, and fits a Gaussian mixture from the groups
// of k-means. Equal rows, options and seed give equal models, byte for byte.
// Fails with bad_training below 20 rows or without a feature that varies.
Result<SegmentTraining> train_segments(const FeatureMatrix& features, const SegmentTrainingOptions& options,
                                       const LearningProgress& progress = {});

// How many rows are in each segment, and the silhouette of a sample of at most `most_rows` of them.
// Fails with bad_model when the rows lack a feature.
struct SegmentSpread {
    std::vector<std::size_t> sizes;
    double silhouette = 0;
};
Result<SegmentSpread> spread_over(const SegmentModel& model, const FeatureMatrix& features,
                                  const SegmentCountOptions& options);

}  // namespace parlance::personalization
