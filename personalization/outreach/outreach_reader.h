#pragma once

#include <vector>

#include "intents/findings.h"
#include "intents/pack.h"
#include "intents/pack_source.h"
#include "personalization/outreach/outreach_rule.h"

namespace parlance::personalization {

// A rule with its place in the pack.
struct ReadOutreachRule {
    OutreachRule rule;
    std::string file;
    SourcePosition say;  // where its response is named
};

// Reads outreach.json; a pack without one speaks only when spoken to. Everything wrong goes to `findings`:
// those of ObjectReader, E0404 an unknown trigger, purpose or intent, E0405 an id given twice, E0406 an
// expression that reads what nobody knows, E0413 days that cannot be.
std::vector<ReadOutreachRule> read_outreach(const PackSource& source, const Pack& pack, Findings& findings);

}  // namespace parlance::personalization
