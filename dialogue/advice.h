#pragma once

#include "dialogue/reply_planner.h"
#include "dialogue/tracker.h"
#include "dialogue/turn_engine.h"

namespace parlance::dialogue {

// What personalization is asked about: this customer, at this point of this conversation.
struct AdviceInput {
    const Assistant& assistant;
    const TurnCollaborators& collaborators;
    const TurnRequest& request;
    const Tracker& tracker;
    const nlu::Understanding& understanding;
    TimePoint now;
    std::uint64_t chance;  // of this turn
};

// Recommendations and reading tips for the end of a task. Never fails: without a profile or events there is
// no advice, and the turn goes on.
Advice advise(const AdviceInput& input);

}  // namespace parlance::dialogue
