#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "intents/name.h"
#include "personalization/behavior_profile.h"
#include "personalization/customer_view.h"

namespace parlance::personalization {

enum class LifeEvent {
    career_change,
    job_loss,
    marriage,
    first_child,
    leaving_home,
    home_purchase,
    retirement,
    inheritance,
    big_purchase
};

// "first_child": as offers and expressions spell it.
std::string_view to_text(LifeEvent event);
// Every life event, in the order of the enumeration.
const std::vector<LifeEvent>& all_life_events();
// The event that a chat intent tells as news ("life_having_baby" tells first_child); nothing for others.
std::optional<LifeEvent> told_by(const IntentName& intent);

// When the event is expected: between these many days from now.
struct Timeframe {
    int from_days = 0;
    int to_days = 365;
    bool operator==(const Timeframe&) const = default;
};

struct LifeEventForecast {
    LifeEvent event;
    float probability = 0;  // within `timeframe`
    Timeframe timeframe;
    std::vector<Evidence> signals;  // strongest first
    std::vector<OfferId> services;  // filled by the framework from the catalogue

    // Within another time, were the chance of each day the same (a constant hazard). Zero days and less: 0.
    double probability_within(std::chrono::days days) const;
    // When it is as likely as not to have happened, likewise; at most 100 years.
    std::chrono::days median() const;
};

// Whether foretelling the event touches what GDPR Article 9 protects: a first child is about health, a
// marriage about family and sexual orientation.
bool is_special_category(LifeEvent event);

// Estimates how likely each life event is within a year.
class LifeEventPredictor {
public:
    // Returns one forecast per known life event, most likely first. Signals come from transactions'
    // categories, chat intents and age. Without the attribute `special_category_consent` nothing is inferred
    // about events of a special category: there is a forecast only of those that the customer told himself or
    // the bank noted. told_now: what the customer is telling just now, which is not among his events yet.
    // Never fails. Safe to call from several threads. Method: logistic score over signals decayed with a
    // half-life of 60 days; weights hand-set.
    std::vector<LifeEventForecast> forecast(const CustomerView& view, const BehaviorProfile& profile,
                                            TimePoint now, std::optional<LifeEvent> told_now = {}) const;
};

}  // namespace parlance::personalization
