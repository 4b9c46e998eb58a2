#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intents/result.h"
#include "personalization/learning/binary_model.h"
#include "personalization/learning/feature_bins.h"
#include "personalization/life_event.h"

namespace parlance::personalization {

// The chance that one event happens to a customer within a horizon from any moment on (discrete-time hazard,
// Allison 1982), over the columns of signal_features.h.
struct LifeHazard {
    LifeEvent event = LifeEvent::career_change;
    std::chrono::days horizon{};
    double base_rate = 0;  // in the training rows
    BinaryModel model;
    FeatureBins bins;  // of the training rows
};

// Hazards of life events that were learned from a bank's own events. Immutable once trained; safe to call
// from several threads.
struct LifeHazards {
    std::vector<LifeHazard> hazards;  // by event, then horizon

    // Those of one event, by horizon.
    std::vector<const LifeHazard*> of(LifeEvent event) const;

    // One file, as of churn models, with the magic "PARLHAZD".
    std::string to_bytes() const;
    // Fails with bad_model on another kind of file, another version, damage.
    static Result<LifeHazards> from_bytes(std::string_view bytes);
    Result<std::size_t> save(const std::filesystem::path& file) const;
    static Result<LifeHazards> load(const std::filesystem::path& file);
};

}  // namespace parlance::personalization
