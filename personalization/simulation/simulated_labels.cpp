#include "personalization/simulation/simulated_labels.h"

#include "intents/calendar_date.h"

namespace parlance::personalization {
namespace {

std::string date_after(const SimulationOptions& options, int days) {
    return to_text(CalendarDate{std::chrono::year_month_day(options.start + std::chrono::days(days))});
}

}  // namespace

std::string labels_header() {
    return "customer,age,life_event,life_event_on,left_on\n";
}

std::string labels_line(const SimulatedCustomer& customer, const SimulationOptions& options) {
    std::string line = customer.id.text + "," + std::to_string(customer.age) + ",";
    if (const auto& event = customer.life_event)
        line += std::string(to_text(event->event)) + "," + date_after(options, event->day) + ",";
    else
        line += ",,";
    if (customer.leaves_on) line += date_after(options, *customer.leaves_on);
    return line + "\n";
}

}  // namespace parlance::personalization
