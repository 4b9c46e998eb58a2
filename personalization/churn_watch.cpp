#include "personalization/churn_watch.h"

#include <algorithm>

#include "personalization/models/churn_forecast.h"

namespace parlance::personalization {

Result<std::optional<ChurnChange>> ChurnWatch::look_at(const CustomerId& customer) {
    const auto state = events_.state_of(customer, Purpose::profiling);
    if (!state) return state.error();
    return change(customer, *state);
}

// What drives the risk is asked only when an alert is raised: it takes a hundred times as long as the risk.
Result<std::optional<ChurnChange>> ChurnWatch::change(const CustomerId& customer,
                                                      const CustomerState& state) {
    const TimePoint now = clock_();
    double probability = 0;
    if (state.events() > 0) {
        const auto risk = churn_probability(*model_, state, now);
        if (!risk) return risk.error();
        probability = *risk;
    }
    const auto changed = alerts_.observe(customer, probability, now);
    std::optional<ChurnAlert> raised;
    if (changed == ChurnChange::raised) {
        auto risk = forecast_churn(*model_, state, now);
        if (!risk) return risk.error();
        raised = ChurnAlert{customer, probability, risk->horizon, now, std::move(risk->drivers)};
    }
    const std::lock_guard lock(mutex_);
    if (raised) open_.insert_or_assign(customer, std::move(*raised));
    if (changed == ChurnChange::cleared) open_.erase(customer);
    if (const auto known = open_.find(customer); known != open_.end())
        known->second.probability = probability;
    return changed;
}

std::vector<ChurnAlert> ChurnWatch::open() const {
    std::vector<ChurnAlert> alerts;
    {
        const std::lock_guard lock(mutex_);
        for (const auto& [customer, alert] : open_) alerts.push_back(alert);
    }
    std::stable_sort(alerts.begin(), alerts.end(), [](const ChurnAlert& left, const ChurnAlert& right) {
        return left.probability > right.probability;
    });
    return alerts;
}

}  // namespace parlance::personalization
