#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "intents/clock.h"
#include "intents/result.h"
#include "personalization/churn_alerts.h"
#include "personalization/event_store.h"
#include "personalization/evidence.h"
#include "personalization/learning/churn_model.h"

namespace parlance::personalization {

// A customer who needs somebody's attention.
struct ChurnAlert {
    CustomerId customer;
    double probability = 0;  // of leaving within `horizon`
    std::chrono::days horizon{};
    TimePoint raised;
    std::vector<Evidence> drivers;  // strongest first
};

// Judges customers anew as their events come in, and keeps the alerts that are open: from a risk of
// `raise_at` on until it falls below `clear_below` (churn_alerts.h). Alerts live in memory; after a restart a
// customer is judged at his next event. Safe to call from several threads. Borrows the store.
class ChurnWatch {
public:
    // model: one of behaviour events.
    ChurnWatch(std::shared_ptr<const ChurnModel> model, const EventStore& events, Clock clock,
               ChurnAlertOptions options = {})
        : model_(std::move(model)), events_(events), clock_(std::move(clock)), alerts_(options) {}

    // The customer did something. Gives what that changes, if anything; somebody who objects to profiling, or
    // was erased, has no alert. Fails with storage_failed or bad_model; then nothing changes.
    Result<std::optional<ChurnChange>> look_at(const CustomerId& customer);

    // Open alerts, the highest risk first.
    std::vector<ChurnAlert> open() const;

private:
    Result<std::optional<ChurnChange>> change(const CustomerId& customer, const CustomerState& state);

    std::shared_ptr<const ChurnModel> model_;
    const EventStore& events_;
    Clock clock_;
    ChurnAlerts alerts_;
    mutable std::mutex mutex_;
    std::map<CustomerId, ChurnAlert> open_;
};

}  // namespace parlance::personalization
