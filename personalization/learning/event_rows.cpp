#include "personalization/learning/event_rows.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "personalization/models/state_features.h"

namespace parlance::personalization {
namespace {

constexpr std::chrono::days shortest_past{90};
constexpr std::chrono::days between_moments{30};
constexpr std::size_t most_moments = 12;
constexpr std::string_view closing = "account_closed";

// Ascending; empty for a log that is too short.
std::vector<TimePoint> moments_of(const EventLog& log, std::chrono::days horizon) {
    std::vector<TimePoint> moments;
    for (TimePoint moment = log.last - horizon;
         moment >= log.first + shortest_past && moments.size() < most_moments; moment -= between_moments)
        moments.push_back(moment);
    std::reverse(moments.begin(), moments.end());
    return moments;
}

std::string name_of(const CustomerId& customer, TimePoint moment) {
    return customer.text + " on " + to_rfc3339(moment).substr(0, 10);
}

// One customer's way through the log, moment after moment.
class CustomerPast {
public:
    CustomerPast(const CustomerEvents& customer, std::chrono::days horizon) : horizon_(horizon) {
        for (const auto& packed : customer.events) events_.push_back(packed.unpacked());
    }

    // Takes in what happened before the moment; moments ascend.
    void move_to(TimePoint moment) {
        for (; next_ < events_.size() && events_[next_].at < moment; ++next_) {
            const BehaviorEvent& event = events_[next_];
            state_.apply(event);
            if (is_own_act(event.kind)) last_act_ = event.at;
            has_closed_ = has_closed_ || is_closing(event);
        }
        moment_ = moment;
    }

    bool is_customer() const { return !has_closed_ && last_act_ >= moment_ - horizon_; }

    bool leaves() const {
        bool acts = false;
        for (auto i = next_; i < events_.size() && events_[i].at < moment_ + horizon_; ++i) {
            if (is_closing(events_[i])) return true;
            acts = acts || is_own_act(events_[i].kind);
        }
        return !acts;
    }

    const CustomerState& state() const { return state_; }

private:
    static bool is_closing(const BehaviorEvent& event) {
        return event.kind == BehaviorKind::life_signal && event.feature == closing;
    }

    std::chrono::days horizon_;
    std::vector<BehaviorEvent> events_;
    std::size_t next_ = 0;
    CustomerState state_;
    TimePoint moment_{};
    TimePoint last_act_ = TimePoint::min();
    bool has_closed_ = false;
};

void sort_by_moment(EventRows& result) {
    std::vector<std::size_t> order(result.moments.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        return result.moments[left] < result.moments[right];
    });
    EventRows sorted;
    sorted.rows = result.rows.rows(order);
    for (const std::size_t row : order) {
        sorted.names.push_back(std::move(result.names[row]));
        sorted.moments.push_back(result.moments[row]);
    }
    result = std::move(sorted);
}

}  // namespace

Result<EventRows> event_rows(const EventLog& log, std::chrono::days horizon) {
    const auto moments = moments_of(log, horizon);
    if (moments.empty())
        return Error{ErrorCode::bad_training, "the events do not cover 90 days and the horizon of " +
                                                  std::to_string(horizon.count()) + " days after them"};
    EventRows result;
    for (std::size_t group = 0; group < log.customers.size(); ++group) {
        CustomerPast past(log.customers[group], horizon);
        for (const TimePoint moment : moments) {
            past.move_to(moment);
            if (!past.is_customer()) continue;
            const FeatureMatrix features = state_features(past.state(), moment);
            result.rows.features.names = features.names;
            auto& values = result.rows.features.values;
            values.insert(values.end(), features.values.begin(), features.values.end());
            result.rows.labels.push_back(past.leaves() ? 1 : 0);
            result.rows.groups.push_back(static_cast<std::uint32_t>(group));
            result.names.push_back(name_of(log.customers[group].customer, moment));
            result.moments.push_back(moment);
        }
    }
    sort_by_moment(result);
    return result;
}

}  // namespace parlance::personalization
