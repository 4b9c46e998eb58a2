#pragma once

#include <span>
#include <vector>

#include "nlu/encoder/section_bytes.h"
#include "personalization/learning/feature_matrix.h"
#include "personalization/learning/standard_scaling.h"

namespace parlance::personalization {

// Weights of a logistic score: `weights` one a column, and the constant.
struct LogisticWeights {
    std::vector<double> weights;
    double constant = 0;
};

// Fits by Newton's method on the log loss plus penalty/2 * |weights|^2; the constant is free.
// rows: row after row, `width` numbers each; labels: 0 to 1. Never fails: a fit that does not converge within
// its rounds is returned as far as it came.
LogisticWeights fit_logistic_weights(std::span<const double> rows, std::size_t width,
                                     std::span<const double> labels, double penalty);

// Logistic regression over standardised features; a value that is not known counts as the mean.
// Immutable; safe to call from several threads.
class LogisticModel {
public:
    // penalty: of the squared weights, in rows.
    static LogisticModel train(const LabelledMatrix& rows, double penalty);

    // Log odds, one a row. The matrix has the columns of the training.
    std::vector<double> margins(const FeatureMatrix& features) const;

    // What each feature adds to a row's log odds against a row of means; last, the log odds of that row.
    std::vector<double> contributions(std::span<const float> row) const;

    void write(nlu::SectionWriter& writer) const;
    bool read(nlu::SectionReader& reader, std::size_t width);

private:
    StandardScaling scaling_;
    LogisticWeights fitted_;
};

}  // namespace parlance::personalization
