#include "personalization/learning/feature_matrix.h"

#include <numeric>

namespace parlance::personalization {

FeatureMatrix FeatureMatrix::rows(std::span<const std::size_t> wanted) const {
    FeatureMatrix result{names, {}};
    result.values.reserve(wanted.size() * width());
    for (const std::size_t index : wanted) {
        const std::span<const float> from = row(index);
        result.values.insert(result.values.end(), from.begin(), from.end());
    }
    return result;
}

std::size_t LabelledMatrix::positives() const {
    return std::accumulate(labels.begin(), labels.end(), std::size_t{0});
}

LabelledMatrix LabelledMatrix::rows(std::span<const std::size_t> wanted) const {
    LabelledMatrix result{features.rows(wanted), {}, {}};
    for (const std::size_t index : wanted) {
        result.labels.push_back(labels[index]);
        if (!groups.empty()) result.groups.push_back(groups[index]);
    }
    return result;
}

}  // namespace parlance::personalization
