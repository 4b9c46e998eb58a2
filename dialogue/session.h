#pragma once

#include <chrono>
#include <vector>

#include "dialogue/flow.h"
#include "dialogue/tracker.h"

namespace parlance::dialogue {

// True when the customer comes back after a silence longer than `expires_after` (0: sessions last for
// ever). The clock stands still while a person has the conversation: that silence is not the customer's.
bool is_session_over(const Tracker& tracker, TimePoint now, std::chrono::minutes expires_after);

// The events that end a session. A task that was open stays, suspended, with the slots that its flow
// carries over, so that the machine can offer to go on with it; a question or confirmation that was open does
// not: a "yes" of the next day confirms nothing. Tasks that had already acted, and calls, end. Pure.
std::vector<TrackerEvent> expire_session(const DialogueState& state, const Flows& flows, TimePoint at);

}  // namespace parlance::dialogue
