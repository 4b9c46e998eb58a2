#include "personalization/learning/standard_scaling.h"

#include <cmath>

namespace parlance::personalization {

namespace {

constexpr double least_deviation = 1e-12;

}  // namespace

// Welford's way, so that large values with small differences stay exact.
StandardScaling StandardScaling::fit(const FeatureMatrix& features) {
    StandardScaling scaling;
    scaling.means_.assign(features.width(), 0);
    scaling.scales_.assign(features.width(), 1);
    for (std::size_t column = 0; column < features.width(); ++column) {
        double count = 0;
        double mean = 0;
        double squares = 0;
        for (std::size_t i = 0; i < features.size(); ++i) {
            const double value = features.row(i)[column];
            if (std::isnan(value)) continue;
            const double before = value - mean;
            mean += before / ++count;
            squares += before * (value - mean);
        }
        if (count < 1) continue;
        scaling.means_[column] = mean;
        const double deviation = std::sqrt(squares / count);
        if (deviation > least_deviation) scaling.scales_[column] = deviation;
    }
    return scaling;
}

double StandardScaling::scaled(std::span<const float> row, std::size_t column) const {
    const double value = row[column];
    return std::isnan(value) ? 0 : (value - means_[column]) / scales_[column];
}

std::vector<double> StandardScaling::scaled(std::span<const float> row) const {
    std::vector<double> values;
    values.reserve(width());
    for (std::size_t column = 0; column < width(); ++column) values.push_back(scaled(row, column));
    return values;
}

void StandardScaling::write(nlu::SectionWriter& writer) const {
    for (std::size_t i = 0; i < width(); ++i) {
        writer.number(means_[i]);
        writer.number(scales_[i]);
    }
}

bool StandardScaling::read(nlu::SectionReader& reader, std::size_t width) {
    means_.clear();
    scales_.clear();
    for (std::size_t i = 0; i < width && reader.ok(); ++i) {
        means_.push_back(reader.number<double>());
        scales_.push_back(reader.number<double>());
    }
    return reader.ok();
}

}  // namespace parlance::personalization
