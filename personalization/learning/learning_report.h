#pragma once

#include <optional>
#include <string>
#include <vector>

#include "personalization/learning/campaign_rows.h"
#include "personalization/learning/churn_data.h"
#include "personalization/learning/cross_validation.h"
#include "personalization/learning/drift.h"
#include "personalization/learning/drivers.h"

namespace parlance::personalization {

// Everything an evaluation found out.
struct LearningReport {
    std::string data;    // the file
    std::string target;  // "Exited = 1"
    std::uint32_t seed = 0;
    BinaryMeasures overall;                   // what the command is asked for first
    std::string overall_of;                   // "5 random folds, rows kept out"
    std::optional<SplitEvaluation> folds;     // random ones
    std::optional<SplitEvaluation> temporal;  // trained on the earlier rows, measured on the later ones
    std::optional<BinaryMeasures>
        prequential;  // the same later rows, going on to learn while answers come in
    std::optional<DriftReport> drift;
    std::optional<PurchaseForecast> purchases;
    std::vector<ColumnSchema> schema;
    std::vector<ExplainedCase> likeliest;
    std::optional<CampaignCoverage> coverage;  // of a campaign log
};

// What a training made.
struct LearningTrainingReport {
    std::string data;
    std::string target;
    std::string file;  // of the model
    std::size_t bytes = 0;
    std::size_t rows = 0;
    std::size_t positives = 0;
    std::string chosen;
    std::string calibration;
    double log_loss = 0;
    double seconds = 0;
    std::vector<CandidateResult> candidates;
    std::vector<ColumnSchema> schema;
    std::optional<CampaignCoverage> coverage = {};  // of a campaign log
};

// For people: text in lines. For programs: one JSON object; the keys are those of named_measures.
std::string describe(const LearningReport& report);
std::string to_json_text(const LearningReport& report);
std::string describe(const LearningTrainingReport& report);
std::string to_json_text(const LearningTrainingReport& report);

}  // namespace parlance::personalization
