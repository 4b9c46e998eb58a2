#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "intents/result.h"
#include "personalization/learning/binary_training.h"
#include "personalization/learning/feature_bins.h"
#include "personalization/learning/person_periods.h"

namespace parlance::personalization {

// The hazard of one event: its chance within the horizon, given a life so far.
struct LifeEventHazard {
    LifeEventDefinition event;
    BinaryModel model;
    FeatureBins bins;  // of the training rows
};

// Trained hazards of events over lives of one kind. Immutable once trained; safe to call from several
// threads.
struct LifeEventModel {
    std::vector<std::string> states;
    FeatureEncoder covariates;
    std::vector<LifeEventHazard> hazards;

    // One file, as of churn models, with the magic "PARLLIFE".
    std::string to_bytes() const;
    // Fails with bad_model on another kind of file, another version, damage.
    static Result<LifeEventModel> from_bytes(std::string_view bytes);
    Result<std::size_t> save(const std::filesystem::path& file) const;
    static Result<LifeEventModel> load(const std::filesystem::path& file);
};

// Trees that suit many rows with few events; three inner parts.
BinaryTrainingOptions life_event_options(std::uint32_t seed);

// Periods until the event is as likely as not, were the hazard to stay: ln(1/2) / ln(1 - p), in horizons.
double median_periods(double probability, std::size_t horizon);

}  // namespace parlance::personalization
