#pragma once

#include "intents/pack.h"

namespace parlance {

// Reads one file of entities/ into `pack.entities`:
//     {"entity": "account", "values": [{"value": "current", "synonyms": {"en": ["current account"]}}],
//      "patterns": {"any": ["\\b(C\\d{3}-[A-Z]{3})\\b"]}, "except": {"en": ["Monday"]},
//      "roles": {"from": {"en": ["from"], "de": ["von", "vom"]}}, "fuzzy": false}
// Findings: E0210 given twice, E0211 empty, E0212 the name of a built-in kind, E0213 a language the pack
// lacks.
void load_entity(const PackFile& file, Pack& pack, Findings& findings);

}  // namespace parlance
