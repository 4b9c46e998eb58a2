#include "personalization/learning/probability_calibration.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <cstring>
#include <memory>

#include "personalization/learning/binary_measures.h"
#include "tests/personalization/learning/made_rows.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

struct Margins {
    std::vector<double> margins;
    std::vector<std::uint8_t> labels;
};

// Log odds that are `slope` times too sure, and off by `shift`.
Margins too_sure(double slope, double shift) {
    const LabelledMatrix rows = tests::made_rows(4000, 7);
    Margins result;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = rows.features.row(i);
        result.margins.push_back(slope * (2.0 * row[0] - row[2]) + shift);
    }
    result.labels = rows.labels;
    return result;
}

double ece_of(const ProbabilityCalibration& calibration, const Margins& made) {
    std::vector<double> chances;
    for (const double margin : made.margins) chances.push_back(calibration.probability(margin));
    return measure_binary(chances, made.labels).ece;
}

}  // namespace

TEST_CASE("every method turns too sure log odds into shares", "[personalization][calibration]") {
    const Margins made = too_sure(3, 0);
    CHECK(ece_of({}, made) > 0.05);
    const auto kind = GENERATE(CalibrationKind::temperature, CalibrationKind::platt, CalibrationKind::beta,
                               CalibrationKind::isotonic);
    CAPTURE(to_text(kind));
    CHECK(ece_of(ProbabilityCalibration::fit(kind, made.margins, made.labels), made) < 0.03);
}

TEST_CASE("good log odds are left as they are, shifted ones get a constant",
          "[personalization][calibration]") {
    const Margins good = too_sure(1, 0);
    CHECK(ece_of(ProbabilityCalibration::choose(good.margins, good.labels, 1), good) < 0.03);
    const Margins shifted = too_sure(1, 2);
    CHECK(ece_of({}, shifted) > 0.1);
    CHECK(ece_of(ProbabilityCalibration::choose(shifted.margins, shifted.labels, 1), shifted) < 0.03);
}

TEST_CASE("a calibration never turns ranks around", "[personalization][calibration]") {
    const Margins made = too_sure(2, 1);
    const auto kind = GENERATE(CalibrationKind::none, CalibrationKind::temperature, CalibrationKind::platt,
                               CalibrationKind::beta, CalibrationKind::isotonic);
    CAPTURE(to_text(kind));
    const auto calibration = ProbabilityCalibration::fit(kind, made.margins, made.labels);
    double last = 0;
    for (double margin = -30; margin <= 30; margin += 0.05) {
        const double chance = calibration.probability(margin);
        REQUIRE(chance >= last);
        REQUIRE(chance >= 0);
        REQUIRE(chance <= 1);
        last = chance;
    }
}

TEST_CASE("cases of one answer give no certainty", "[personalization][calibration]") {
    const std::vector<double> margins = {-1, 0, 1, 2};
    const std::vector<std::uint8_t> labels = {0, 0, 0, 0};
    const auto kind = GENERATE(CalibrationKind::temperature, CalibrationKind::platt, CalibrationKind::beta,
                               CalibrationKind::isotonic);
    const auto calibration = ProbabilityCalibration::fit(kind, margins, labels);
    CHECK(std::isfinite(calibration.probability(0)));
}

TEST_CASE("a calibration is read as it was written", "[personalization][calibration]") {
    const Margins made = too_sure(3, 0);
    const auto kind = GENERATE(CalibrationKind::beta, CalibrationKind::isotonic);
    const auto written = ProbabilityCalibration::fit(kind, made.margins, made.labels);
    nlu::SectionWriter writer;
    written.write(writer);
    const std::string bytes = writer.take();
    nlu::SectionReader reader(std::as_bytes(std::span(bytes.data(), bytes.size())), nullptr);
    ProbabilityCalibration read;
    REQUIRE(read.read(reader));
    for (const double margin : {-4.0, -0.3, 0.0, 1.7, 9.0})
        CHECK(read.probability(margin) == written.probability(margin));
}
