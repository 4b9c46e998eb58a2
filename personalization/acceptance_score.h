#pragma once

#include <vector>

#include "personalization/behavior_profile.h"
#include "personalization/catalogue.h"
#include "personalization/customer_view.h"
#include "personalization/life_event_forecast.h"
#include "personalization/recommendation_engine.h"

namespace parlance::personalization {

// How an offer meets the moment; each in [0, 1].
struct ContextFit {
    double intent = 0;    // the customer is after what the offer serves
    double topic = 0;     // or talks about its topic, as sure as the topic is
    double told = 0;      // or has just told a life event that it serves
    double foreseen = 0;  // probability of the likeliest life event that it serves

    // What the conversation itself gives; below least_conversation_fit nothing is recommended, so that
    // small talk brings no offers however likely a life event is.
    double conversation() const;
    // The conversation's fit, raised by what is foreseen.
    double score() const;
};

inline constexpr double least_conversation_fit = 0.35;

ContextFit fit_to(const Offer& offer, const Moment& moment,
                  const std::vector<LifeEventForecast>& life_events);

// Names the estimate below in the audit trail; changes when its weights do.
inline constexpr std::string_view acceptance_estimate = "points-1";

// Probability that the customer takes the offer up.
// Method: logistic score from the offer's base_acceptance, its fit, its reasons' weights, engagement, and how
// the customer answered the same offer before (half-life 90 days). Hand-set weights, not fitted.
double acceptance_of(const Offer& offer, const ContextFit& fit, const std::vector<Reason>& reasons,
                     const BehaviorProfile& profile, double past_answers);

// Log odds from earlier answers: offer events carry the offer's id as `feature`, the answer as `action`.
double past_answers_to(const OfferId& offer, const CustomerView& view, TimePoint now);

}  // namespace parlance::personalization
