#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "intents/name.h"
#include "personalization/life_event.h"
#include "personalization/seeded_random.h"

namespace parlance::personalization {

// What a simulated bank is like. docs/simulator.md has the distributions.
struct SimulationOptions {
    std::uint32_t customers = 1000;
    int days = 365;
    std::uint64_t seed = 42;
    std::chrono::sys_days start = std::chrono::sys_days(std::chrono::year(2025) / 1 / 1);
};

// A life event that the stream has signals of.
struct PlantedEvent {
    LifeEvent event = LifeEvent::career_change;
    int day = 0;  // from the start
};

// Days during which the customer does less.
struct QuietSpell {
    int from = 0;
    int days = 0;
};

// The habits and the fate of one made-up customer. Amounts are cents, days count from the start.
struct SimulatedCustomer {
    CustomerId id;
    int age = 0;  // years
    std::int64_t salary = 0;
    int salary_day = 1;     // of the month
    std::int64_t rent = 0;  // 0: owns the home
    bool has_children = false;
    std::uint32_t visits = 0;  // a day, in millionths
    int usual_hour = 0;        // UTC
    std::string channel;       // "app" or "web"
    QuietSpell quiet;
    std::optional<PlantedEvent> life_event;
    std::optional<int> leaves_on;
    int fades_for = 0;  // days before that; 0: leaves from one day to the next
};

// The customer of this index (below options.customers), whoever was drawn before. `random` is left for what
// the customer does.
SimulatedCustomer draw_customer(const SimulationOptions& options, std::uint32_t index, SeededRandom& random);

}  // namespace parlance::personalization
