#include "personalization/learning/segment_training.h"

#include <algorithm>

#include "personalization/learning/partition_measures.h"
#include "personalization/learning/row_sample.h"

namespace parlance::personalization {

namespace {

constexpr std::size_t fewest_rows = 20;
constexpr KMeansOptions careful{20, 100};

std::vector<std::size_t> sizes_of(const std::vector<std::uint32_t>& groups, std::size_t count) {
    std::vector<std::size_t> sizes(count, 0);
    for (const std::uint32_t group : groups) ++sizes[group];
    return sizes;
}

SegmentSpread spread_of(const SegmentModel& model, const PointSet& points,
                        const SegmentCountOptions& options) {
    const PointSet sample = points.rows(sampled_rows(points.size(), options.most_rows, options.seed));
    return {sizes_of(model.mixture.groups_of(points), model.mixture.count()),
            mean_silhouette(sample, model.mixture.groups_of(sample))};
}

FittedSegments fitted_to(const PointSet& points, SegmentScaling scaling, std::size_t count,
                         const SegmentTrainingOptions& options) {
    const std::uint32_t seed = options.choosing.seed;
    const PointSet sample = points.rows(sampled_rows(points.size(), options.most_fitted_rows, seed));
    SeededRandom random = SeededRandom::of_part(seed, 0);
    const KMeans start = k_means(sample, count, careful, random);
    FittedSegments fitted;
    fitted.model.scaling = std::move(scaling);
    fitted.model.mixture = GaussianMixture::fit(sample, start);
    fitted.model.segments = describe_segments(fitted.model.mixture, fitted.model.scaling.names());
    fitted.agreement = adjusted_rand_index(start.groups, fitted.model.mixture.groups_of(sample));
    SegmentSpread spread = spread_of(fitted.model, points, options.choosing);
    fitted.sizes = std::move(spread.sizes);
    fitted.silhouette = spread.silhouette;
    return fitted;
}

}  // namespace

Result<SegmentTraining> train_segments(const FeatureMatrix& features, const SegmentTrainingOptions& options,
                                       const LearningProgress& progress) {
    if (features.size() < std::max(fewest_rows, options.count))
        return Error{ErrorCode::bad_training, "segments need " +
                                                  std::to_string(std::max(fewest_rows, options.count)) +
                                                  " rows and more, not " + std::to_string(features.size())};
    SegmentScaling scaling = SegmentScaling::fit(features);
    if (scaling.names().empty())
        return Error{ErrorCode::bad_training,
                     "there is no number to tell rows apart by: every numeric column "
                     "is constant or unknown"};
    const auto points = scaling.apply(features);
    if (!points) return points.error();
    SegmentTraining training{choose_segment_count(*points, options.choosing, progress), std::nullopt};
    const std::size_t count = options.count > 0 ? options.count : training.choice.count;
    if (progress) progress("fitting " + std::to_string(count) + " segments", 1);
    if (count > 1) training.fitted = fitted_to(*points, std::move(scaling), count, options);
    return training;
}

Result<SegmentSpread> spread_over(const SegmentModel& model, const FeatureMatrix& features,
                                  const SegmentCountOptions& options) {
    const auto points = model.scaling.apply(features);
    if (!points) return points.error();
    return spread_of(model, *points, options);
}

}  // namespace parlance::personalization
