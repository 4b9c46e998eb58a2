#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string_view>

#include "intents/result.h"
#include "personalization/behavior_event.h"

namespace parlance::personalization {

// How long events are kept, by kind. A kind that is not in it is kept until its customer is erased.
struct Retention {
    std::map<BehaviorKind, std::chrono::days> keep;

    // Events of the kind before this moment have to go; nothing when none have.
    std::optional<TimePoint> cutoff(BehaviorKind kind, TimePoint now) const;
    // The latest of all kinds' cutoffs.
    std::optional<TimePoint> latest_cutoff(TimePoint now) const;
};

// Reads "login=90,page_view=30": kinds and days. Fails with bad_request, listing everything that is wrong.
Result<Retention> parse_retention(std::string_view text);

}  // namespace parlance::personalization
