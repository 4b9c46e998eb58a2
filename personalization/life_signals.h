#pragma once

#include <string_view>
#include <vector>

#include "personalization/behavior_event.h"
#include "personalization/life_event.h"

namespace parlance::personalization {

// What a behaviour event of this kind and feature says about a life event.
struct LifeSignal {
    LifeEvent event;
    BehaviorKind kind;
    std::string_view feature;  // a transaction's category, a chat turn's intent, a life signal's name
    double points;             // log odds when it happened just now; halves every 60 days
    std::string_view words;
};

// Hand-set, not fitted.
const std::vector<LifeSignal>& life_signals();

// Share of the population that meets the event within a year, and by how many log odds an age moves it.
double yearly_rate(LifeEvent event);
double age_points(LifeEvent event, double age);

}  // namespace parlance::personalization
