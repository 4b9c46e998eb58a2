#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "personalization/behavior_profile.h"
#include "personalization/customer_view.h"
#include "personalization/life_event_forecast.h"
#include "personalization/models/life_hazards.h"

namespace parlance::personalization {

// Estimates how likely each life event is within a year, and where hazards were learned from the bank's
// events within other times too.
class LifeEventPredictor {
public:
    explicit LifeEventPredictor(std::shared_ptr<const LifeHazards> hazards = nullptr)
        : hazards_(std::move(hazards)) {}

    // Returns one forecast per known life event, most likely first. Signals come from transactions'
    // categories, chat intents and age. Without the attribute `special_category_consent` nothing is inferred
    // about events of a special category: there is a forecast only of those that the customer told himself or
    // the bank noted. told_now: what the customer is telling just now, which is not among his events yet.
    // Never fails. Safe to call from several threads. Method: the learned hazards of an event that the
    // customer has not met yet; for the others a logistic score over signals decayed with a half-life of 60
    // days, whose weights are hand-set.
    std::vector<LifeEventForecast> forecast(const CustomerView& view, const BehaviorProfile& profile,
                                            TimePoint now, std::optional<LifeEvent> told_now = {}) const;

private:
    // What the hazards ask of a customer; nothing without hazards or behaviour.
    std::optional<FeatureMatrix> row_of(const CustomerView& view, TimePoint now) const;
    // Nothing when there are no hazards of the event. Not to be asked without hazards.
    std::optional<LifeEventForecast> learned(LifeEvent event, const FeatureMatrix& row) const;

    std::shared_ptr<const LifeHazards> hazards_;
};

}  // namespace parlance::personalization
