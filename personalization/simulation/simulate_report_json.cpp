#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "personalization/simulation/simulate_report.h"

namespace parlance::personalization {

std::string describe(const SimulateReport& report) {
    std::size_t events = 0;
    for (const auto& [name, customers] : report.life_events) events += customers;
    std::array<char, 64> time{};
    std::snprintf(time.data(), time.size(), " in %.1f s\n", report.seconds);
    return "simulated " + std::to_string(report.events) + " events of " + std::to_string(report.customers) +
           " customers, " + std::to_string(events) + " of them with a life event, " +
           std::to_string(report.left) + " who leave," + time.data();
}

std::string to_json_text(const SimulateReport& report) {
    const nlohmann::ordered_json json = {
        {"simulated", true},   {"customers", report.customers},     {"events", report.events},
        {"left", report.left}, {"life_events", report.life_events}, {"seconds", report.seconds}};
    return json.dump(2) + "\n";
}

}  // namespace parlance::personalization
