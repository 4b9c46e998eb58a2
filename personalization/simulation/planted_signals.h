#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "personalization/behavior_event.h"
#include "personalization/life_event.h"

namespace parlance::personalization {

// Something that a simulated customer with a life event does around its day.
struct PlantedSignal {
    LifeEvent event;
    BehaviorKind kind;
    std::string_view feature;
    int from = 0;  // days from the event's day, both ends included; below zero: before it
    int to = 0;
    int times = 1;             // tries
    std::uint64_t chance = 0;  // of each try, in a million
    std::int64_t cents = 0;    // of a payment; above zero: coming in
};

// Every signal; docs/simulator.md has the same table. Besides these, the salary and the rent change with the
// events that change them.
std::span<const PlantedSignal> planted_signals();

}  // namespace parlance::personalization
