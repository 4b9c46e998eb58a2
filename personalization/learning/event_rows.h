#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "intents/result.h"
#include "personalization/learning/event_log.h"
#include "personalization/learning/feature_matrix.h"

namespace parlance::personalization {

// The customers of an event log as they were at several moments: features from what had happened before each
// moment only (point in time), the label from what happened within the horizon after it. A customer's rows
// are one group.
struct EventRows {
    LabelledMatrix rows;             // label 1: left
    std::vector<std::string> names;  // one a row: "C001 on 2025-10-02"
    std::vector<TimePoint> moments;  // one a row, ascending
};

// Moments: a horizon before the log's end, and every 30 days before that while the log is 90 days old, at
// most twelve. At each, the customers who did something within the horizon before it and have not closed
// their account. One has left who closes his account within the horizon (a life signal `account_closed`), or
// does nothing himself in it. Fails with bad_training when the log is shorter than 90 days and the horizon.
Result<EventRows> event_rows(const EventLog& log, std::chrono::days horizon);

}  // namespace parlance::personalization
