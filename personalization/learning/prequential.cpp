#include "personalization/learning/prequential.h"

#include <algorithm>
#include <span>
#include <vector>

namespace parlance::personalization {
namespace {

constexpr std::ptrdiff_t fewest = 50;  // of either answer, to calibrate on

bool has_both_answers(std::span<const std::uint8_t> labels) {
    const auto events = std::count(labels.begin(), labels.end(), 1);
    return events >= fewest && static_cast<std::ptrdiff_t>(labels.size()) - events >= fewest;
}

}  // namespace

Result<BinaryMeasures> measure_prequentially(const BinaryModel& model, const LabelledMatrix& rows,
                                             const PrequentialOptions& options) {
    const auto margins = model.margins(rows.features);
    if (!margins) return margins.error();
    const std::span<const double> all(*margins);
    const std::span<const std::uint8_t> labels(rows.labels);
    std::vector<double> foretold;
    for (std::size_t begin = 0; begin < rows.size(); begin += options.batch) {
        const std::size_t known = begin - std::min(begin, options.delay);
        const std::size_t from = known - std::min(known, options.window);
        const auto answers = labels.subspan(from, known - from);
        const auto calibration = has_both_answers(answers)
                                     ? ProbabilityCalibration::fit(CalibrationKind::platt,
                                                                   all.subspan(from, known - from), answers)
                                     : model.calibration();
        const std::size_t end = std::min(begin + options.batch, rows.size());
        for (std::size_t row = begin; row < end; ++row) foretold.push_back(calibration.probability(all[row]));
    }
    return measure_binary(foretold, labels);
}

}  // namespace parlance::personalization
