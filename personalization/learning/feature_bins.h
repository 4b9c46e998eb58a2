#pragma once

#include <string>
#include <vector>

#include "nlu/encoder/section_bytes.h"
#include "personalization/learning/feature_matrix.h"

namespace parlance::personalization {

// How far one feature has moved.
struct FeatureDrift {
    std::string feature;
    double psi = 0;  // population stability index: below .1 steady, from .25 on another population
};

// How the features of a table are spread: shares of rows between the tenths' borders, and of rows where the
// value is not known. Immutable; safe to call from several threads.
class FeatureBins {
public:
    static FeatureBins fit(const FeatureMatrix& features);

    // Each feature's index against these bins, the largest first. Shares below one in ten thousand count as
    // that. The matrix has the columns of the fitted one; without rows the indices are 0.
    std::vector<FeatureDrift> drift_to(const FeatureMatrix& features) const;

    // The share of the fitted rows whose value of this feature is lower, half of the equals counted in.
    double rank_of(std::size_t column, double value) const;

    void write(nlu::SectionWriter& writer) const;
    bool read(nlu::SectionReader& reader, std::size_t width);

private:
    struct Column {
        std::vector<float> borders;  // rising; a value is in the bin of the first border that is not below it
        std::vector<double> shares;  // one more than borders, and last the share of unknown values
    };
    static std::vector<double> shares_of(const Column& column, const FeatureMatrix& features,
                                         std::size_t place);
    std::vector<Column> columns_;
};

}  // namespace parlance::personalization
