#pragma once

#include <optional>
#include <string_view>

#include "nlu/datetime/time_value.h"
#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// The limits that duckling gives to what has none of its own. All give nothing for other senses. Pure.

// A part of the day, by the code at its TIMEX's end ("TMO", "TEV"): a morning ends at 12, an evening begins
// at 18. modifier: "start" cuts its last hours off, "end" those before 21.
std::optional<Resolution> part_terms(const TimeSense& sense, std::string_view modifier);

// A season: "2013-SU", or "SU" for the next that is not over.
std::optional<Resolution> season_terms(std::string_view timex, Instant now);

// The beginning ("start"), the middle ("mid") and the end ("end") of a month are ten days each; of a year,
// the first three and the last four months.
std::optional<Resolution> edge_terms(const TimeSense& sense, std::string_view modifier);

}  // namespace parlance::nlu
