#pragma once

#include <memory>
#include <string>
#include <vector>

#include "personalization/behavior_profile.h"
#include "personalization/catalogue.h"
#include "personalization/customer_view.h"
#include "personalization/life_event_forecast.h"

namespace parlance::personalization {

// Why an offer is shown, in the customer's language, every number in it an attribute of the view.
struct Reason {
    std::string text;
    double weight = 0;
    bool operator==(const Reason&) const = default;
};

enum class Timing { now, at_rest, later };

std::string_view to_text(Timing timing);

struct Recommendation {
    OfferId offer;
    RecommendationKind kind = RecommendationKind::service;
    std::string title;
    std::string summary;
    float acceptance = 0;  // estimated probability, 0..1
    Timing timing = Timing::at_rest;
    std::vector<Reason> reasons;  // never empty, strongest first
    std::vector<std::string> disclaimers;
    IntentName start;  // the intent that begins it
    bool operator==(const Recommendation&) const = default;
};

// Chooses offers: eligibility -> suitability -> acceptance x value x context.
// First version: acceptance is a logistic score over the offer's prior, intent and topic match, life
// events and matched reasons, weights hand-set; not fitted to data yet.
class RecommendationEngine {
public:
    explicit RecommendationEngine(std::shared_ptr<const Catalogue> catalogue);

    // At most `limit`, best first; none when nothing is eligible, suitable and fitting the moment.
    // Offers in moment.already_shown never come again. A customer in distress (negative sentiment with
    // anger or worry, or a complaint) is offered help and advice only, no sale.
    // An offer without a reason that holds is not shown. Never fails. Safe to call from several threads.
    std::vector<Recommendation> recommend(const CustomerView& view, const BehaviorProfile& profile,
                                          const std::vector<LifeEventForecast>& life_events,
                                          const Moment& moment, std::size_t limit) const;

private:
    std::shared_ptr<const Catalogue> catalogue_;
};

}  // namespace parlance::personalization
