#pragma once

#include <optional>

#include "dialogue/flow.h"
#include "intents/object_reader.h"

namespace parlance::dialogue {

// Reads one step object, such as {"confirm": "transfer.confirm", "yes": "pay", "no": "not_done"}.
// The first member that names a step kind decides. Findings: E0610 no kind, or more than one.
std::optional<Step> load_step(const JsonNode& node, const std::string& file, Findings& findings);

// The steps that this one can go to.
std::vector<StepName> targets_of(const Step& step);

// The responses that this step says or asks with.
std::vector<ResponseName> responses_of(const Step& step);

}  // namespace parlance::dialogue
