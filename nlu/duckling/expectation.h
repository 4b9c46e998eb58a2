#pragma once

#include <string_view>
#include <vector>

#include "intents/json_node.h"
#include "nlu/recognizers/recognizer.h"

namespace parlance::nlu {

// What a line of a duckling corpus expects of `text`, as duckling_sections resolves it. `expect` may be
//
// - a number: 33;
// - a text: the value itself ("me@example.com"), a moment ("2013-02-12T15:00:00-02:00"), or the expression of
//   duckling's own corpora ("simple Dollar 10", "datetime (2013, 2, 12, 15, 0, 0) Hour");
// - a list of a moment's numbers: [2013, 2, 12, 15, 0, 0];
// - an object as duckling answers: {"value", "unit", "grain"}, {"from", "to"}, also inside "value";
// - a list of such objects, each with "start" and "end" or "body" where it does not cover the whole text;
// - null, false or "" for nothing.
//
// Units are spelled as `unit_name` does; keys and units that nobody knows are kept as they are. Never fails.
std::vector<Recognition> read_expectation(const JsonNode& expect, std::string_view text,
                                          std::string_view section);

}  // namespace parlance::nlu
