#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "dialogue/flow.h"

namespace parlance::dialogue {

// Looks at one flow by itself; `root` is its file's JSON, for positions. Findings: E0620 an unknown step,
// E0621 an unknown slot, E0622 an unknown entity, E0623 a step that cannot be reached, E0624 a step from
// which the flow cannot end, E0625 steps that go round without asking or looking up anything, E0626 an action
// that can be reached without a confirmation, E0627 a collected slot without a question, E0628 a slot that
// nothing can fill.
void check_flow(const Flow& flow, const JsonNode& root, const Pack& pack, Findings& findings);

// Looks at all flows and intents together. Findings: E0630 the same flow and version twice, E0631 an intent
// that starts two flows, E0632 an unknown trigger, E0633 a call to an unknown flow, W0630 an intent that
// starts nothing, W0631 a flow that nothing starts.
void check_flows_together(const std::vector<Flow>& flows, const PackSource& source, const Pack& pack,
                          Findings& findings);

// The intents that the policy answers itself: yes, no, cancel, repeat, ...
const std::vector<std::string>& policy_intents();

// The place of a member inside nested objects, or of the nearest one around it that exists.
SourcePosition place(const JsonNode& root, std::initializer_list<std::string_view> path);

}  // namespace parlance::dialogue
