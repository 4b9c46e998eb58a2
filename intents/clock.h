#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "intents/result.h"

namespace parlance {

using TimePoint = std::chrono::sys_time<std::chrono::milliseconds>;

// Where every layer gets the time from; scripts pass a fixed one.
using Clock = std::function<TimePoint()>;

// The machine's clock, in UTC.
Clock system_clock();

// RFC 3339 in UTC with milliseconds: "2026-11-20T09:30:00.000Z".
std::string to_rfc3339(TimePoint at);

// Reads RFC 3339 in UTC ("...Z") or with an offset ("...+01:00"), with or without a fraction, or a bare date.
// Fails with bad_request, naming the text.
Result<TimePoint> parse_rfc3339(std::string_view text);

}  // namespace parlance
