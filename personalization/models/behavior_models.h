#pragma once

#include <filesystem>
#include <memory>

#include "intents/result.h"
#include "personalization/content/reading_model.h"
#include "personalization/learning/churn_model.h"
#include "personalization/learning/segment_model.h"
#include "personalization/models/life_hazards.h"

namespace parlance::personalization {

// Where models of behaviour lie. An empty path: there is none.
struct BehaviorModelFiles {
    std::filesystem::path churn;             // of `parlance train churn --events`
    std::filesystem::path segments;          // of `parlance train segments --events`
    std::filesystem::path life_events = {};  // of `parlance train life-events --events`
    std::filesystem::path content = {};      // of `parlance train content`
};

// What was learned from the bank's own events. Where one is absent, documented point scores stand in for it.
// Immutable; safe to share between threads.
struct BehaviorModels {
    std::shared_ptr<const ChurnModel> churn;
    std::shared_ptr<const SegmentModel> segments;
    std::shared_ptr<const LifeHazards> life_events = nullptr;
    std::shared_ptr<const ReadingModel> content = nullptr;
};

// Fails with io_failed or bad_model, every problem a line of the detail: a file that cannot be read, a model
// of tables in place of one of events, one that needs a feature that is not remembered of customers.
Result<BehaviorModels> load_behavior_models(const BehaviorModelFiles& files);

}  // namespace parlance::personalization
