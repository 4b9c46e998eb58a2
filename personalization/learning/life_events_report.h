#pragma once

#include <optional>
#include <string>
#include <vector>

#include "personalization/learning/cross_validation.h"
#include "personalization/learning/drift.h"
#include "personalization/learning/drivers.h"

namespace parlance::personalization {

// How well one event is foretold.
struct LifeEventResult {
    std::string event;
    std::size_t horizon = 1;  // periods
    BinaryMeasures overall;   // over all rows that were kept out, or all rows for a trained model
    std::optional<SplitEvaluation> folds;
    std::vector<FeatureDrift> drift;  // since a trained model's training, the largest first
    std::vector<ExplainedCase> likeliest;
    std::optional<double> rules_roc_auc = {};  // of the hand-set rules, on the same rows
};

struct LifeEventsReport {
    std::string data;
    std::string unit;  // of the periods
    std::size_t people = 0;
    std::uint32_t seed = 0;
    std::string measured_on;
    std::vector<LifeEventResult> events;
};

struct LifeEventTrainingResult {
    std::string event;
    std::size_t horizon = 1;
    std::size_t rows = 0;
    std::size_t positives = 0;
    std::string chosen;
    std::string calibration;
    double log_loss = 0;
};

struct LifeEventsTrainingReport {
    std::string data;
    std::string unit;
    std::size_t people = 0;
    std::string file;
    std::size_t bytes = 0;
    double seconds = 0;
    std::vector<LifeEventTrainingResult> events;
};

// For people: text in lines. For programs: one JSON object.
std::string describe(const LifeEventsReport& report);
std::string to_json_text(const LifeEventsReport& report);
std::string describe(const LifeEventsTrainingReport& report);
std::string to_json_text(const LifeEventsTrainingReport& report);

}  // namespace parlance::personalization
