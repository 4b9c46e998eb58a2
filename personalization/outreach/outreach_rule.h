#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intents/expression.h"
#include "intents/name.h"
#include "personalization/life_event.h"

namespace parlance::personalization {

// What gives the bank cause to speak first.
enum class OutreachTrigger {
    life_event,
    churn_alert,
    goal_off_track,
    idle_cash,
    maturing_deposit,
    low_balance
};

std::string_view to_text(OutreachTrigger trigger);
// Their words, in the order of the enumeration.
const std::vector<std::string>& outreach_trigger_names();

// When to speak to a customer unasked, and what about.
struct OutreachRule {
    std::string id;
    OutreachTrigger trigger = OutreachTrigger::low_balance;
    Expression when;                  // over profile.<attribute>, the engines' judgements among them
    ResponseName say;                 // worded from the profile's facts; its buttons begin what follows
    IntentName about;                 // what recommendations that go with it must fit
    bool is_marketing = true;         // else service: a low balance, a deposit that ends
    std::chrono::days rests{60};      // until the same rule speaks again
    std::chrono::days holds_for{14};  // after that it is not worth saying any more
};

}  // namespace parlance::personalization
