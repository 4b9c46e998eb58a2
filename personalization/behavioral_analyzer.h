#pragma once

#include <utility>

#include "personalization/activity.h"
#include "personalization/behavior_profile.h"
#include "personalization/customer_view.h"
#include "personalization/models/behavior_models.h"

namespace parlance::personalization {

// Events, what is remembered of them, and attributes in; profile out.
// Churn and the segment of behaviour come from models that were trained on the bank's events. Where there is
// none, and for all other judgements: documented point scores over recency-frequency counts, balances and
// age. Their weights stand in the files that it calls (churn_score.cpp, engagement_score.cpp, ...); they are
// hand-set, not fitted to data, and stated as such in docs/personalization.md.
class BehavioralAnalyzer {
public:
    explicit BehavioralAnalyzer(BehaviorModels models = {}) : models_(std::move(models)) {}

    // view.events: oldest first, any length; none gives the population's defaults with low confidence.
    // Never fails. Safe to call from several threads.
    BehaviorProfile analyze(const CustomerView& view, TimePoint now) const;

    const BehaviorModels& models() const { return models_; }

private:
    ChurnRisk churn_of(const CustomerView& view, const Activity& activity, TimePoint now) const;

    BehaviorModels models_;
};

}  // namespace parlance::personalization
