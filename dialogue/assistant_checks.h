#pragma once

#include "dialogue/assistant.h"
#include "personalization/outreach/outreach_reader.h"

namespace parlance::dialogue {

// What is checked against each other. Borrowed.
struct AssistantParts {
    const Flows& flows;
    const nlg::Responses& responses;
    const personalization::Catalogue& catalogue;
    const std::vector<personalization::ReadOutreachRule>& outreach;
};

// Checks a pack's parts against each other. Findings: E0640 a response that a flow, a slot, an outreach rule
// or the engine needs and the pack lacks, E0641 an offer that begins with an intent no flow starts, W0640 a
// response nothing says.
void check_assistant(const AssistantParts& parts, const PackSource& source, Findings& findings);

}  // namespace parlance::dialogue
