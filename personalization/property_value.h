#pragma once

#include <string>
#include <variant>

#include "intents/json_node.h"
#include "intents/slot_value.h"

namespace parlance::personalization {

// What is wrong with a property's JSON, and where. Names kinds and members, never a value.
struct PropertyProblem {
    SourcePosition position;
    std::string message;
    std::string fix;  // "did you mean ...?", or empty
};

// Reads a property's value: true, 3, 2.5 and "text" as they stand; {"kind": ..., "value": ...} for every
// kind, as the conversations' own log spells them. A whole number beyond 64 bits becomes a number.
std::variant<SlotValue, PropertyProblem> read_property(const JsonNode& node);

}  // namespace parlance::personalization
