#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/datetime/time_value.h"

namespace parlance::nlu {

// An expression in the words of Recognizers-Text: each sense as "timex", "type", and "value", or "start" and
// "end" (the first instant behind), or "not resolved"; "Mod" and "sourceEntity" where there are.
using TimeResolution = std::vector<std::map<std::string, std::string>>;

TimeResolution resolution_of(const TimeExpression& expression);

// "date", "daterange", "datetime", "time", "timerange", "datetimerange", "duration", "set".
std::string_view type_of(TimeKind kind);

}  // namespace parlance::nlu
