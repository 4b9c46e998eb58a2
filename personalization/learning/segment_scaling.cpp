#include "personalization/learning/segment_scaling.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "intents/findings.h"

namespace parlance::personalization {

namespace {

constexpr double skewed = 1;
constexpr double least_deviation = 1e-12;

double signed_log(double value) {
    return std::copysign(std::log1p(std::abs(value)), value);
}

struct Spread {
    double mean = 0;
    double deviation = 0;
    double skewness = 0;  // 0 without a deviation
};

Spread spread_of(std::span<const double> values) {
    if (values.empty()) return {};
    const auto count = static_cast<double>(values.size());
    Spread spread;
    for (const double value : values) spread.mean += value / count;
    double squares = 0;
    double cubes = 0;
    for (const double value : values) {
        const double miss = value - spread.mean;
        squares += miss * miss / count;
        cubes += miss * miss * miss / count;
    }
    const double deviation = std::sqrt(squares);
    if (deviation <= least_deviation * std::max(1.0, std::abs(spread.mean))) return spread;
    spread.deviation = deviation;
    spread.skewness = cubes / (squares * deviation);
    return spread;
}

std::vector<double> known_values(const FeatureMatrix& features, std::size_t column) {
    std::vector<double> values;
    for (std::size_t i = 0; i < features.size(); ++i) {
        const double value = features.row(i)[column];
        if (!std::isnan(value)) values.push_back(value);
    }
    return values;
}

}  // namespace

double SegmentScaling::scaled(const Column& column, double value) {
    if (std::isnan(value)) return 0;
    const double read = column.logarithmic ? signed_log(value) : value;
    return (read - column.mean) / column.deviation;
}

SegmentScaling SegmentScaling::fit(const FeatureMatrix& features) {
    SegmentScaling scaling;
    for (std::size_t i = 0; i < features.width(); ++i) {
        std::vector<double> values = known_values(features, i);
        Spread spread = spread_of(values);
        if (spread.deviation == 0) continue;
        Column column{features.names[i], false, spread.mean, spread.deviation};
        if (std::abs(spread.skewness) > skewed) {
            std::transform(values.begin(), values.end(), values.begin(), signed_log);
            const Spread logs = spread_of(values);
            column.logarithmic = logs.deviation > 0 && std::abs(logs.skewness) < std::abs(spread.skewness);
            if (column.logarithmic) spread = logs;
        }
        column.mean = spread.mean;
        column.deviation = spread.deviation;
        scaling.columns_.push_back(std::move(column));
    }
    return scaling;
}

Result<PointSet> SegmentScaling::apply(const FeatureMatrix& features) const {
    std::vector<std::size_t> places;
    std::string problems;
    for (const Column& column : columns_) {
        const auto found = std::find(features.names.begin(), features.names.end(), column.name);
        places.push_back(static_cast<std::size_t>(found - features.names.begin()));
        if (found != features.names.end()) continue;
        const std::string hint = did_you_mean(column.name, features.names);
        problems += "the segments need the feature \"" + column.name + "\", which is missing" +
                    (hint.empty() ? "" : "; " + hint) + "\n";
    }
    if (!problems.empty()) return Error{ErrorCode::bad_model, problems};
    PointSet points{columns_.size(), {}};
    points.values.reserve(features.size() * columns_.size());
    for (std::size_t i = 0; i < features.size(); ++i) {
        const auto row = features.row(i);
        for (std::size_t k = 0; k < columns_.size(); ++k)
            points.values.push_back(scaled(columns_[k], row[places[k]]));
    }
    return points;
}

std::vector<std::string> SegmentScaling::names() const {
    std::vector<std::string> names;
    for (const Column& column : columns_) names.push_back(column.name);
    return names;
}

void SegmentScaling::write(nlu::SectionWriter& writer) const {
    writer.number(static_cast<std::uint32_t>(columns_.size()));
    for (const Column& column : columns_) {
        writer.text(column.name);
        writer.number(static_cast<std::uint8_t>(column.logarithmic ? 1 : 0));
        writer.number(column.mean);
        writer.number(column.deviation);
    }
}

bool SegmentScaling::read(nlu::SectionReader& reader) {
    const auto count = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
        Column column;
        column.name = reader.text();
        column.logarithmic = reader.number<std::uint8_t>() != 0;
        column.mean = reader.number<double>();
        column.deviation = reader.number<double>();
        columns_.push_back(std::move(column));
    }
    const auto sane = [](const Column& column) { return column.deviation > 0; };
    return reader.ok() && !columns_.empty() && std::all_of(columns_.begin(), columns_.end(), sane);
}

}  // namespace parlance::personalization
