#include "personalization/learning/feature_bins.h"

#include <algorithm>
#include <cmath>

namespace parlance::personalization {

namespace {

constexpr std::size_t tenths = 10;
constexpr double least_share = 1e-4;

std::vector<float> known_values(const FeatureMatrix& features, std::size_t column) {
    std::vector<float> values;
    for (std::size_t i = 0; i < features.size(); ++i) {
        const float value = features.row(i)[column];
        if (!std::isnan(value)) values.push_back(value);
    }
    std::sort(values.begin(), values.end());
    return values;
}

}  // namespace

FeatureBins FeatureBins::fit(const FeatureMatrix& features) {
    FeatureBins bins;
    for (std::size_t place = 0; place < features.width(); ++place) {
        const std::vector<float> values = known_values(features, place);
        Column column;
        for (std::size_t tenth = 1; tenth < tenths && !values.empty(); ++tenth) {
            const float border = values[tenth * (values.size() - 1) / tenths];
            // The largest value as a border would leave the last bin empty.
            if (border < values.back() && (column.borders.empty() || border > column.borders.back()))
                column.borders.push_back(border);
        }
        column.shares = shares_of(column, features, place);
        bins.columns_.push_back(std::move(column));
    }
    return bins;
}

std::vector<double> FeatureBins::shares_of(const Column& column, const FeatureMatrix& features,
                                           std::size_t place) {
    std::vector<double> shares(column.borders.size() + 2, 0);
    for (std::size_t i = 0; i < features.size(); ++i) {
        const float value = features.row(i)[place];
        const auto bin = std::lower_bound(column.borders.begin(), column.borders.end(), value);
        const auto index = static_cast<std::size_t>(bin - column.borders.begin());
        shares[std::isnan(value) ? shares.size() - 1 : index] += 1;
    }
    for (double& share : shares) share /= std::max<double>(1, static_cast<double>(features.size()));
    return shares;
}

std::vector<FeatureDrift> FeatureBins::drift_to(const FeatureMatrix& features) const {
    std::vector<FeatureDrift> drifts;
    for (std::size_t place = 0; place < columns_.size(); ++place) {
        const std::vector<double> now = shares_of(columns_[place], features, place);
        double psi = 0;
        for (std::size_t bin = 0; bin < now.size(); ++bin) {
            const double before = std::max(columns_[place].shares[bin], least_share);
            const double after = std::max(now[bin], least_share);
            psi += (after - before) * std::log(after / before);
        }
        drifts.push_back({features.names[place], features.size() > 0 ? psi : 0});
    }
    std::stable_sort(drifts.begin(), drifts.end(), [](const FeatureDrift& left, const FeatureDrift& right) {
        return left.psi > right.psi;
    });
    return drifts;
}

double FeatureBins::rank_of(std::size_t column, double value) const {
    const Column& bins = columns_[column];
    const auto bin = std::lower_bound(bins.borders.begin(), bins.borders.end(), static_cast<float>(value));
    const auto index = static_cast<std::size_t>(bin - bins.borders.begin());
    double below = 0;
    double known = 0;
    for (std::size_t i = 0; i + 1 < bins.shares.size(); ++i) {
        known += bins.shares[i];
        if (i < index) below += bins.shares[i];
        if (i == index) below += bins.shares[i] / 2;
    }
    return known > 0 ? below / known : 0.5;
}

void FeatureBins::write(nlu::SectionWriter& writer) const {
    for (const Column& column : columns_) {
        writer.number(static_cast<std::uint32_t>(column.borders.size()));
        for (const float border : column.borders) writer.number(border);
        for (const double share : column.shares) writer.number(share);
    }
}

bool FeatureBins::read(nlu::SectionReader& reader, std::size_t width) {
    for (std::size_t i = 0; i < width && reader.ok(); ++i) {
        Column column;
        const auto borders = reader.number<std::uint32_t>();
        if (borders >= tenths) return false;
        for (std::uint32_t k = 0; k < borders; ++k) column.borders.push_back(reader.number<float>());
        for (std::uint32_t k = 0; k < borders + 2; ++k) column.shares.push_back(reader.number<double>());
        columns_.push_back(std::move(column));
    }
    return reader.ok();
}

}  // namespace parlance::personalization
