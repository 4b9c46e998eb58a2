#include "personalization/learning/drift.h"

#include <numeric>

namespace parlance::personalization {

namespace {

constexpr std::size_t fewest = 20;
constexpr std::size_t many = 200;

double mean_of(const std::vector<double>& values) {
    return values.empty()
               ? 0
               : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::vector<std::size_t> numbers(std::size_t begin, std::size_t end) {
    std::vector<std::size_t> list(end - begin);
    std::iota(list.begin(), list.end(), begin);
    return list;
}

Result<BinaryMeasures> measured(const BinaryModel& model, const LabelledMatrix& rows) {
    const auto foretold = model.probabilities(rows.features);
    if (!foretold) return foretold.error();
    return measure_binary(*foretold, rows.labels);
}

}  // namespace

Result<BinaryModel> recalibrate(const BinaryModel& model, const LabelledMatrix& rows, std::uint32_t seed) {
    const std::size_t rarer = std::min(rows.positives(), rows.size() - rows.positives());
    if (rarer < fewest)
        return Error{ErrorCode::bad_training,
                     "too few rows of either answer to calibrate anew: " + std::to_string(rarer) +
                         " instead of " + std::to_string(fewest)};
    const auto margins = model.margins(rows.features);
    if (!margins) return margins.error();
    return model.recalibrated(
        rarer >= many ? ProbabilityCalibration::choose(*margins, rows.labels, seed)
                      : ProbabilityCalibration::fit(CalibrationKind::platt, *margins, rows.labels));
}

Result<DriftReport> measure_drift(const BinaryModel& model, const FeatureBins& bins,
                                  const LabelledMatrix& rows, std::uint32_t seed) {
    const auto foretold = model.probabilities(rows.features);
    if (!foretold) return foretold.error();
    DriftReport report;
    report.features = bins.drift_to(rows.features);
    report.foretold_rate = mean_of(*foretold);
    report.now = measure_binary(*foretold, rows.labels);
    report.rate = report.now.base_rate;
    const LabelledMatrix earlier = rows.rows(numbers(0, rows.size() / 2));
    const LabelledMatrix later = rows.rows(numbers(rows.size() / 2, rows.size()));
    auto as_is = measured(model, later);
    if (!as_is) return as_is.error();
    report.later_half = std::move(*as_is);
    // Too few rows for a new calibration leave its measures out.
    const auto anew = recalibrate(model, earlier, seed);
    if (!anew) return report;
    auto after = measured(*anew, later);
    if (!after) return after.error();
    report.later_half_recalibrated = std::move(*after);
    return report;
}

}  // namespace parlance::personalization
