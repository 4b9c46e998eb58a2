#pragma once

#include <vector>

#include "personalization/catalogue.h"

namespace parlance::personalization {

// An article and where it was written, for checks that need all of them.
struct ReadArticle {
    ContentItem item;
    std::string file;
    SourcePosition position;
};

// Reads one file of articles/. Findings: E0401 to E0405, E0407, E0411 and E0412 as in
// docs/personalization.md.
std::vector<ReadArticle> read_articles(const PackFile& file, const Pack& pack, Findings& findings);

}  // namespace parlance::personalization
