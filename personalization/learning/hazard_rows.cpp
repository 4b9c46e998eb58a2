#include "personalization/learning/hazard_rows.h"

#include <algorithm>
#include <utility>

#include "personalization/life_event_predictor.h"
#include "personalization/models/signal_features.h"

namespace parlance::personalization {

namespace {

constexpr std::chrono::days shortest_past{90};
constexpr std::chrono::days between_moments{30};

std::vector<TimePoint> moments_of(const EventLog& log) {
    std::vector<TimePoint> moments;
    for (TimePoint moment = log.first + shortest_past; moment <= log.last; moment += between_moments)
        moments.push_back(moment);
    return moments;
}

void add_customer(const CustomerEvents& customer, std::uint32_t place, const KnownLife& life,
                  const std::vector<TimePoint>& moments, CustomerMoments& result) {
    CustomerState state;
    std::size_t next = 0;
    for (const TimePoint moment : moments) {
        for (; next < customer.events.size() && customer.events[next].at < moment; ++next)
            state.apply(customer.events[next].unpacked());
        if (state.events() == 0) continue;
        FeatureMatrix row = signal_features(state, life.age, moment);
        result.features.names = std::move(row.names);
        result.features.values.insert(result.features.values.end(), row.values.begin(), row.values.end());
        result.customers.push_back(place);
        result.moments.push_back(moment);
    }
}

// The first day of the event; nothing when the customer did not meet it.
std::optional<std::chrono::sys_days> day_of(const KnownLife& life, LifeEvent event) {
    std::optional<std::chrono::sys_days> first;
    for (const auto& known : life.events) {
        if (known.event == event && (!first || known.on < *first)) first = known.on;
    }
    return first;
}

}  // namespace

Result<CustomerMoments> customer_moments(const EventLog& log, const LifeLabels& labels) {
    const auto moments = moments_of(log);
    if (moments.size() < 2) return Error{ErrorCode::bad_training, "the events do not cover 120 days"};
    CustomerMoments result;
    for (std::size_t i = 0; i < log.customers.size(); ++i) {
        const auto life = labels.find(log.customers[i].customer);
        if (life == labels.end()) continue;
        add_customer(log.customers[i], static_cast<std::uint32_t>(i), life->second, moments, result);
    }
    if (result.customers.empty())
        return Error{ErrorCode::bad_training, "none of the labelled customers has events"};
    return result;
}

HazardRows hazard_rows(const CustomerMoments& all, const EventLog& log, const LifeLabels& labels,
                       LifeEvent event, std::chrono::days horizon) {
    HazardRows result;
    for (std::size_t row = 0; row < all.customers.size(); ++row) {
        const TimePoint moment = all.moments[row];
        if (moment + horizon > log.last) continue;
        const auto on = day_of(labels.at(log.customers[all.customers[row]].customer), event);
        if (on && *on < moment) continue;
        result.places.push_back(row);
        result.rows.labels.push_back(on && *on < moment + horizon ? 1 : 0);
        result.rows.groups.push_back(all.customers[row]);
    }
    result.rows.features = all.features.rows(result.places);
    return result;
}

std::vector<double> rules_chance(const HazardRows& rows, const CustomerMoments& all, const EventLog& log,
                                 const LifeLabels& labels, LifeEvent event) {
    const LifeEventPredictor predictor;
    std::vector<double> chances;
    CustomerView view;
    std::uint32_t customer = 0;
    for (const std::size_t row : rows.places) {
        if (chances.empty() || all.customers[row] != customer) {
            customer = all.customers[row];
            const auto& known = log.customers[customer];
            view = {known.customer, {{"special_category_consent", true}}, {}};
            if (const auto& age = labels.at(known.customer).age) view.attributes["age"] = *age;
        }
        const auto& past = log.customers[customer].events;
        while (view.events.size() < past.size() && past[view.events.size()].at < all.moments[row])
            view.events.push_back(past[view.events.size()].unpacked());
        const auto forecasts = predictor.forecast(view, {}, all.moments[row]);
        const auto found = std::find_if(forecasts.begin(), forecasts.end(),
                                        [&](const auto& forecast) { return forecast.event == event; });
        chances.push_back(found == forecasts.end() ? 0 : found->probability);
    }
    return chances;
}

}  // namespace parlance::personalization
