#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "intents/clock.h"
#include "intents/locale.h"
#include "intents/name.h"
#include "intents/slot_value.h"
#include "nlu/understanding.h"
#include "personalization/behavior_event.h"
#include "personalization/customer_state.h"

namespace parlance::personalization {

// What the bank knows of a customer: named attributes as docs/personalization.md lists them
// (age, monthly_income, savings_balance, reserve_months, has_mortgage, ...), numbers in EUR or years.
// An attribute that the bank does not know is absent.
struct CustomerView {
    CustomerId customer;
    std::map<std::string, SlotValue> attributes;
    std::vector<BehaviorEvent> events;  // oldest first
    CustomerState state = {};           // the fold of everything that he did; empty where it is not kept

    // The attribute as a number; `otherwise` when absent or not numeric.
    double number(const std::string& name, double otherwise = 0) const;
    // True only for a present attribute that is true.
    bool is(const std::string& name) const;
};

// The point in the conversation that personalization is asked for.
struct Moment {
    TimePoint now;
    Locale locale;
    IntentName intent;  // what the customer is after
    std::vector<nlu::TopicScore> topics;
    nlu::Sentiment sentiment;
    bool at_rest = true;                 // no form is open: a recommendation may be shown
    std::vector<OfferId> already_shown;  // in this conversation: never again
    std::uint64_t chance = 0;            // what draws begin from: the same for a turn that is taken again
};

}  // namespace parlance::personalization
