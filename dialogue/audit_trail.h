#pragma once

#include <vector>

#include "dialogue/reply_planner.h"
#include "dialogue/turn_engine.h"

namespace parlance::dialogue {

// The turn in which something was recommended.
struct AuditedTurn {
    const TurnRequest& request;
    std::uint32_t number;
    TimePoint now;
    const personalization::Catalogue& catalogue;
};

// What the audit trail keeps of the recommendations that a reply shows. A turn that is taken again after a
// failure gives records of the same ids.
std::vector<personalization::AuditRecord> shown_records(
    const AuditedTurn& turn, const std::vector<personalization::Recommendation>& shown, const Advice& advice);

}  // namespace parlance::dialogue
