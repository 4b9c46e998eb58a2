#pragma once

#include <span>
#include <string>
#include <variant>
#include <vector>

#include "intents/result.h"
#include "personalization/learning/boosted_trees.h"
#include "personalization/learning/logistic_model.h"
#include "personalization/learning/probability_calibration.h"

namespace parlance::personalization {

// How much one feature moves a case's log odds, before calibration.
struct Contribution {
    std::string feature;
    double value = 0;     // of the feature; NaN when it is not known
    double log_odds = 0;  // above zero: towards the event
};

// A model with its weight in the sum of log odds.
struct ModelMember {
    std::variant<LogisticModel, BoostedTrees> model;
    double weight = 1;
};

// Foretells one yes-or-no event from a row of features: the weighted sum of its members' log odds,
// calibrated. Immutable; safe to call from several threads.
class BinaryModel {
public:
    BinaryModel(std::vector<std::string> names, std::vector<ModelMember> members,
                ProbabilityCalibration calibration);

    // One probability a row. Fails with bad_model when the columns are not those of the training.
    Result<std::vector<double>> probabilities(const FeatureMatrix& features) const;

    // Log odds before calibration. Fails like `probabilities`.
    Result<std::vector<double>> margins(const FeatureMatrix& features) const;

    // Every feature's part, the strongest first. They and a constant sum up to the margin. Fails like
    // `probabilities`.
    Result<std::vector<Contribution>> contributions(std::span<const float> row) const;

    // The same members with another calibration.
    BinaryModel recalibrated(ProbabilityCalibration calibration) const;

    const std::vector<std::string>& names() const { return names_; }
    const std::vector<ModelMember>& members() const { return members_; }
    const ProbabilityCalibration& calibration() const { return calibration_; }

    void write(nlu::SectionWriter& writer) const;
    static Result<BinaryModel> read(nlu::SectionReader& reader);

private:
    std::vector<std::string> names_;
    std::vector<ModelMember> members_;
    ProbabilityCalibration calibration_;
};

}  // namespace parlance::personalization
