#pragma once

#include <string>
#include <vector>

#include "dialogue/assistant.h"
#include "dialogue/machine.h"
#include "dialogue/tracker.h"
#include "personalization/profile_attributes.h"

namespace parlance::dialogue {

// What was found for the machine's Recommend actions of a turn.
struct Advice {
    std::vector<personalization::Recommendation> recommendations;
    std::vector<nlg::Citation> reading;
    std::vector<nlg::Fact> profile;      // what the recommendations' reasons may state
    personalization::Attributes inputs;  // what the recommendations rest on: attributes and judgements
    personalization::EngineTimes times = {};
};

// A finished turn's words, and everything that stands behind them.
struct PlannedReply {
    nlg::Reply reply;
    std::vector<ResponseName> said;
    std::vector<nlg::Fact> facts;
    std::vector<Error> degraded;  // responses that failed and were replaced by a safe one
};

// Words a turn's actions one after the other, each from the slots and facts of its own moment, and joins
// them. A response that cannot be formatted or grounded is replaced by `repair.ungrounded`, once. tracker:
// the conversation before this turn. Pure.
struct PlannerInput {
    const Assistant& assistant;
    const Tracker& tracker;
    Locale locale;
    nlg::Tone tone;
    std::uint64_t variant_seed;
};
PlannedReply plan_reply(const PlannerInput& input, const std::vector<PlannedAction>& actions,
                        const Advice& advice);

}  // namespace parlance::dialogue
