#pragma once

#include <chrono>
#include <vector>

#include "intents/name.h"
#include "personalization/evidence.h"
#include "personalization/life_event.h"

namespace parlance::personalization {

// When the event is expected: between these many days from now.
struct Timeframe {
    int from_days = 0;
    int to_days = 365;
    bool operator==(const Timeframe&) const = default;
};

// A learned chance of the event within so many days from now.
struct HorizonChance {
    std::chrono::days horizon{};
    double probability = 0;
    bool operator==(const HorizonChance&) const = default;
};

struct LifeEventForecast {
    LifeEvent event;
    float probability = 0;  // within `timeframe`
    Timeframe timeframe;
    std::vector<Evidence> signals;             // strongest first
    std::vector<OfferId> services;             // filled by the engines from the catalogue
    std::vector<HorizonChance> horizons = {};  // learned ones, rising; empty for a forecast by points

    // Within another time: between the learned horizons, and where there are none, the chance of each day is
    // the same (a constant hazard). Zero days and less: 0.
    double probability_within(std::chrono::days days) const;
    // When it is as likely as not to have happened, likewise; at most 100 years.
    std::chrono::days median() const;
};

}  // namespace parlance::personalization
