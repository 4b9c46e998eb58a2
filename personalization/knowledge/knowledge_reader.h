#pragma once

#include <vector>

#include "intents/findings.h"
#include "intents/pack.h"
#include "intents/pack_source.h"
#include "personalization/catalogue.h"
#include "personalization/knowledge/knowledge_page.h"

namespace parlance::personalization {

// Reads every knowledge/*.md of a pack; none when it has no such folder. Everything wrong goes to `findings`
// (E0421 to E0428 as in docs/knowledge.md); a page with a mistake is left out.
std::vector<KnowledgePage> read_knowledge(const PackSource& source, const Pack& pack, Findings& findings);

// The catalogue's items as pages: each language's title, and its summary as the only paragraph.
std::vector<KnowledgePage> knowledge_of(const Catalogue& catalogue);

}  // namespace parlance::personalization
