#pragma once

#include <string>
#include <vector>

#include "intents/result.h"
#include "nlu/encoder/section_bytes.h"
#include "personalization/learning/feature_matrix.h"
#include "personalization/learning/point_set.h"

namespace parlance::personalization {

// Puts features on one scale, so that euros do not outweigh counts: a column whose skewness is above 1 is
// read as sign(x) ln(1 + |x|) where that brings the skewness down, then every column has mean 0 and
// deviation 1. A value that is not known counts as the mean. Immutable; safe to call from several threads.
class SegmentScaling {
public:
    // Columns that are constant or never known are left out; `names` has the others.
    static SegmentScaling fit(const FeatureMatrix& features);

    // Columns are found by name; further ones are passed over. Fails with bad_model, naming every column
    // that is missing.
    Result<PointSet> apply(const FeatureMatrix& features) const;

    // Names of the columns in use, in the order of the points' numbers.
    std::vector<std::string> names() const;

    void write(nlu::SectionWriter& writer) const;
    bool read(nlu::SectionReader& reader);

private:
    struct Column {
        std::string name;
        bool logarithmic = false;
        double mean = 0;
        double deviation = 1;
    };
    static double scaled(const Column& column, double value);

    std::vector<Column> columns_;
};

}  // namespace parlance::personalization
