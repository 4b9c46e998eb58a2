#pragma once

#include "intents/pack.h"

namespace parlance {

// Reads one file of intents/ into `pack.intents`; entities must be loaded before.
//     {"intent": "transfer_money", "description": "...", "topic": "payments",
//      "examples": {"en": ["send [100 euros](money) to [Anna](payee)"], "de": ["..."]}}
// Findings: E0220 given twice, E0221 a broken annotation, E0222 an unknown entity in one, E0223 a language
// the pack lacks, E0224 no examples in a language, W0101 fewer than ten examples in a language.
void load_intent(const PackFile& file, Pack& pack, Findings& findings);

// Looks at all intents together. Findings: E0225 the same example under two intents (case and outer
// punctuation aside), W0102 the same example twice under one intent, E0226 no out_of_scope intent.
void check_examples(const Pack& pack, Findings& findings);

}  // namespace parlance
