#pragma once

#include <vector>

#include "personalization/acceptance/offer_case.h"
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

// What the customer's answer to an offer is to be foretold from.
OfferCase offer_case(const Offer& offer, const ContextFit& fit, const std::vector<Reason>& reasons,
                     const CustomerView& view, const BehaviorProfile& profile, const Moment& moment);

}  // namespace parlance::personalization
