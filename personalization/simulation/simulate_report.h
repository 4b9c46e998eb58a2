#pragma once

#include <cstddef>
#include <map>
#include <string>

namespace parlance::personalization {

// What `parlance simulate` wrote.
struct SimulateReport {
    std::size_t customers = 0;
    std::size_t events = 0;
    std::size_t left = 0;
    std::map<std::string, std::size_t> life_events;  // customers, by event
    double seconds = 0;
};

std::string describe(const SimulateReport& report);
// One object: simulated, customers, events, left, life_events, seconds.
std::string to_json_text(const SimulateReport& report);

}  // namespace parlance::personalization
