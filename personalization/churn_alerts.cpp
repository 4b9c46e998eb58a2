#include "personalization/churn_alerts.h"

namespace parlance::personalization {

std::string_view to_text(ChurnChange change) {
    return change == ChurnChange::raised ? "raised" : "cleared";
}

std::optional<ChurnChange> ChurnAlerts::observe(const CustomerId& customer, double probability,
                                                TimePoint now) {
    const std::lock_guard lock(mutex_);
    sweep(now);
    const auto known = alerts_.find(customer);
    if (known != alerts_.end() && known->second.is_open) {
        if (probability >= options_.clear_below) return std::nullopt;
        known->second.is_open = false;
        --open_;
        return ChurnChange::cleared;
    }
    if (probability < options_.raise_at) return std::nullopt;
    if (known != alerts_.end() && now - known->second.raised < options_.pause) return std::nullopt;
    alerts_[customer] = {now, true};
    ++open_;
    return ChurnChange::raised;
}

void ChurnAlerts::forget(const CustomerId& customer) {
    const std::lock_guard lock(mutex_);
    const auto known = alerts_.find(customer);
    if (known == alerts_.end()) return;
    if (known->second.is_open) --open_;
    alerts_.erase(known);
}

std::size_t ChurnAlerts::open() const {
    const std::lock_guard lock(mutex_);
    return open_;
}

// Once a pause, so that looking at all of them costs next to nothing per estimate.
void ChurnAlerts::sweep(TimePoint now) {
    if (now - swept_ < options_.pause) return;
    swept_ = now;
    std::erase_if(alerts_, [&](const auto& entry) {
        return !entry.second.is_open && now - entry.second.raised >= options_.pause;
    });
}

}  // namespace parlance::personalization
