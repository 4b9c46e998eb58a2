#pragma once

#include <vector>

#include "personalization/behavior_profile.h"
#include "personalization/engine_times.h"
#include "personalization/life_event_forecast.h"
#include "personalization/opportunities/opportunity.h"

namespace parlance::personalization {

// What is seen of a customer before anything is chosen for him: how he behaves, what may lie ahead of him,
// and what his figures give cause to do.
struct Foresight {
    BehaviorProfile profile;
    std::vector<LifeEventForecast> life_events;
    std::vector<Opportunity> opportunities = {};
    EngineTimes times = {};
};

}  // namespace parlance::personalization
