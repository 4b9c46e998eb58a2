#pragma once

#include <string>

#include "personalization/simulation/simulated_customer.h"

namespace parlance::personalization {

// What really happens to simulated customers, as a table for learning and for tests: one line a customer.
// "customer,age,life_event,life_event_on,left_on"; dates as 2025-03-01, empty where nothing happens.
std::string labels_header();
std::string labels_line(const SimulatedCustomer& customer, const SimulationOptions& options);

}  // namespace parlance::personalization
