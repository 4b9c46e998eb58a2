#pragma once

#include <vector>

#include "dialogue/storage/demo_bank_visit.h"
#include "personalization/behavior_event.h"

namespace parlance::dialogue::demo_bank {

// What the customer did in the twelve months before `today`, the day of seeding, oldest first:
//   transaction    feature is the category, action "in" or "out"; properties amount and merchant
//   login          spread over the last 60 days, most around the preferred hour; platform app or web
//   article_read   one for each of the customer's reading topics (feature), in the last 60 days
//   chat_turn      one for each of the customer's chat topics (feature), in the last 60 days
//   complaint      in the last 90 days
// The same events, with the same ids, for the same file.
std::vector<personalization::BehaviorEvent> seeded_events(const Visit& visit, const CalendarDate& today);

}  // namespace parlance::dialogue::demo_bank
