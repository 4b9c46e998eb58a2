#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>

#include "intents/clock.h"
#include "intents/name.h"

namespace parlance::personalization {

struct ChurnAlertOptions {
    double raise_at = 0.6;             // probability from which a customer is at risk
    double clear_below = 0.4;          // and below which he no longer is; at most raise_at
    std::chrono::hours pause{7 * 24};  // from one alert on a customer to the next
};

enum class ChurnChange { raised, cleared };

std::string_view to_text(ChurnChange change);

// Tells when a customer's churn risk becomes worth somebody's attention, and when that is over. Between the
// two thresholds nothing changes (hysteresis), so a risk that trembles around one of them raises one alert,
// not many; nor does one that was just cleared come back within the pause.
// Remembers the customers with an alert, and those whose pause lasts, only; after a restart an alert may be
// raised once more. Safe to call from several threads (one lock).
class ChurnAlerts {
public:
    explicit ChurnAlerts(ChurnAlertOptions options = {}) : options_(options) {}

    // A fresh estimate of a customer's risk. `now` never goes back. Gives what it changes, if anything.
    std::optional<ChurnChange> observe(const CustomerId& customer, double probability, TimePoint now);

    // A customer who was erased.
    void forget(const CustomerId& customer);

    // Customers with an alert.
    std::size_t open() const;

private:
    struct Alert {
        TimePoint raised;
        bool is_open = true;
    };

    // Drops those whose pause is over.
    void sweep(TimePoint now);

    ChurnAlertOptions options_;
    mutable std::mutex mutex_;
    std::map<CustomerId, Alert> alerts_;
    std::size_t open_ = 0;
    TimePoint swept_{};
};

}  // namespace parlance::personalization
