#pragma once

#include <vector>

#include "personalization/behavior_event.h"
#include "personalization/simulation/planted_signals.h"
#include "personalization/simulation/simulated_customer.h"

namespace parlance::personalization {

// Lives a simulated customer's days, one after the other, and writes down what the bank sees of them. Equal
// customers, options and draws give equal events on every machine. Not thread-safe.
class CustomerStream {
public:
    CustomerStream(const SimulatedCustomer& customer, const SimulationOptions& options, SeededRandom& random)
        : customer_(customer), options_(options), random_(random) {}

    // All events, oldest first, their ids numbered in this order.
    std::vector<BehaviorEvent> live();

private:
    void live_day(int day);
    void visit(int day);
    void pay_monthly(int day);
    void pay_daily(int day);
    void plant(const PlantedSignal& signal, int event_day);
    void plant_decoy(const PlantedSignal& signal);
    void leave();

    void act(TimePoint at, BehaviorKind kind, std::string_view feature);
    void pay(int day, std::string_view category, std::int64_t cents, std::string_view counterparty);

    bool is_after(LifeEvent event, int day, int delay = 0) const;
    // How much of the usual is done on a day, in millionths.
    std::uint64_t activity(int day) const;
    TimePoint moment(int day, int hour);
    // When the customer mostly is there, give or take two hours.
    TimePoint usual_moment(int day);

    const SimulatedCustomer& customer_;
    const SimulationOptions& options_;
    SeededRandom& random_;
    std::int64_t balance_ = 0;
    std::vector<BehaviorEvent> events_;
};

}  // namespace parlance::personalization
