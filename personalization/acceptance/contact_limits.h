#pragma once

#include <chrono>

#include "personalization/catalogue.h"
#include "personalization/customer_view.h"

namespace parlance::personalization {

// How often a customer is offered something. Counted are the events offer_shown and offer_answered of his.
struct ContactLimits {
    std::chrono::days after_rejection{60};   // until the same offer comes again
    std::chrono::days after_acceptance{90};  // likewise
    std::chrono::days after_later{7};        // likewise
    int showings = 3;                        // of one offer without an answer, within a month
    int showings_a_week = 10;                // of all offers, until only help and advice come
};

// Whether the offer may come again: it was neither answered lately nor shown too often in vain.
bool is_rested(const Offer& offer, const CustomerView& view, TimePoint now, const ContactLimits& limits);

// Whether the customer has been shown enough for this week.
bool has_seen_enough(const CustomerView& view, TimePoint now, const ContactLimits& limits);

}  // namespace parlance::personalization
