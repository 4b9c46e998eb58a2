#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <vector>

#include "intents/name.h"
#include "intents/result.h"
#include "personalization/learning/data_table.h"
#include "personalization/life_event.h"

namespace parlance::personalization {

// What is known to have happened in a customer's life.
struct KnownLife {
    struct Event {
        LifeEvent event = LifeEvent::career_change;
        std::chrono::sys_days on;
    };

    std::optional<double> age;  // years
    std::vector<Event> events;
};

using LifeLabels = std::map<CustomerId, KnownLife>;

// Reads a table with the columns `customer`, `life_event` and `life_event_on` (2025-03-01) and, if it has it,
// `age`; one row an event. A row without an event says that the customer met none. Other columns are passed
// over. Fails with bad_training, every wrong cell a line with its file:line, up to twenty.
Result<LifeLabels> read_life_labels(const DataTable& table);

}  // namespace parlance::personalization
