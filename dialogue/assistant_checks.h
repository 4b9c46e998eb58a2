#pragma once

#include "dialogue/assistant.h"

namespace parlance::dialogue {

// Checks a pack's parts against each other. Findings: E0640 a response that a flow, a slot or the engine
// needs and the pack lacks, E0641 an offer that begins with an intent no flow starts, W0640 a response
// nothing says.
void check_assistant(const Flows& flows, const nlg::Responses& responses,
                     const personalization::Catalogue& catalogue, const PackSource& source,
                     Findings& findings);

}  // namespace parlance::dialogue
