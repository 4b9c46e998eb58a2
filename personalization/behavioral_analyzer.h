#pragma once

#include "personalization/behavior_profile.h"
#include "personalization/customer_view.h"

namespace parlance::personalization {

// Events and attributes in, profile out.
// First version: documented point scores over recency-frequency counts, balances and age. The weights stand
// in the files that it calls (churn_score.cpp, engagement_score.cpp, ...); they are hand-set, not fitted to
// data, and stated as such in docs/personalization.md.
class BehavioralAnalyzer {
public:
    // view.events: oldest first, any length; none gives the population's defaults with low confidence.
    // Never fails. Safe to call from several threads.
    BehaviorProfile analyze(const CustomerView& view, TimePoint now) const;
};

}  // namespace parlance::personalization
