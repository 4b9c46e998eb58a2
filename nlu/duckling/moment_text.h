#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "intents/json_node.h"
#include "nlu/datetime/time_value.h"

namespace parlance::nlu {

// Moments of duckling's corpora, local to them: "2013-02-12T15:00:00".
std::string moment_text(Instant at);

// The moment that a text spells: "2013-02-12", "2013-02-12T15:00:00.000-02:00" or "2013-02-12 15:00". An
// offset other than the corpora's two hours west of UTC is brought to it. Nothing when it spells none.
std::optional<std::string> moment_in(std::string_view text);

// The same as an instant.
std::optional<Instant> instant_in(std::string_view text);

// The moment of year, month, day, hour, minute and second; what is absent is the unit's first.
std::string moment_of(std::span<const double> numbers);
std::string moment_of(const JsonNode::Array& numbers);

}  // namespace parlance::nlu
