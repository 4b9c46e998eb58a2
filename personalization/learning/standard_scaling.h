#pragma once

#include <span>
#include <vector>

#include "nlu/encoder/section_bytes.h"
#include "personalization/learning/feature_matrix.h"

namespace parlance::personalization {

// Puts columns on one scale: less the mean, over the standard deviation, of the rows it was fitted on. A
// value that is not known counts as the mean. Immutable once fitted; safe to call from several threads.
class StandardScaling {
public:
    static StandardScaling fit(const FeatureMatrix& features);

    std::size_t width() const { return means_.size(); }
    double scaled(std::span<const float> row, std::size_t column) const;
    // Every column of a row.
    std::vector<double> scaled(std::span<const float> row) const;

    void write(nlu::SectionWriter& writer) const;
    bool read(nlu::SectionReader& reader, std::size_t width);

private:
    std::vector<double> means_;
    std::vector<double> scales_;
};

}  // namespace parlance::personalization
