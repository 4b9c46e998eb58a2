#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "nlu/encoder/section_bytes.h"

namespace parlance::personalization {

// How log odds become probabilities.
enum class CalibrationKind : std::uint8_t { none, temperature, platt, beta, isotonic };

std::string_view to_text(CalibrationKind kind);

// Turns a model's log odds into probabilities that hold: of the cases given .3, three in ten happen.
//
// Methods: temperature (Guo et al. 2017), Platt 1999, beta (Kull, Silva Filho and Flach 2017), isotonic by
// pooling adjacent violators (Zadrozny and Elkan 2002), its steps joined by lines so that ranks stay.
// Immutable after fitting; safe to call from several threads.
class ProbabilityCalibration {
public:
    // The one with the lowest log loss on cases kept out of its own fitting, in five parts; the simpler one
    // of equals. margins: log odds that the model gave to cases it was not trained on.
    static ProbabilityCalibration choose(std::span<const double> margins,
                                         std::span<const std::uint8_t> labels, std::uint32_t seed);

    // One of a certain kind. Never fails: with too few cases of either answer it stays close to none.
    static ProbabilityCalibration fit(CalibrationKind kind, std::span<const double> margins,
                                      std::span<const std::uint8_t> labels);

    double probability(double margin) const;
    CalibrationKind kind() const { return kind_; }

    void write(nlu::SectionWriter& writer) const;
    bool read(nlu::SectionReader& reader);

private:
    void fit_isotonic(std::span<const double> margins, std::span<const std::uint8_t> labels);
    void fit_line(std::span<const double> margins, std::span<const std::uint8_t> labels);
    void fit_beta(std::span<const double> margins, std::span<const std::uint8_t> labels);

    CalibrationKind kind_ = CalibrationKind::none;
    double slope_ = 1;      // of the margin; in beta of ln(p)
    double far_slope_ = 0;  // in beta of -ln(1 - p)
    double constant_ = 0;
    std::vector<std::pair<double, double>> knots_;  // isotonic: margin, probability, both rising
};

// Mean of -ln(probability of what happened).
double log_loss(std::span<const double> probabilities, std::span<const std::uint8_t> labels);

}  // namespace parlance::personalization
