#pragma once

#include <vector>

#include "personalization/article_reader.h"

namespace parlance::personalization {

// Checks the prerequisites of all the articles of a pack against each other.
//
// E0404: a prerequisite that is no article's id, with the nearest id.
// E0410: once for each article that comes to stand before itself, with the shortest circle that leads back
// to it named in full ("a" needs "b" needs "a").
void check_prerequisites(const std::vector<ReadArticle>& articles, Findings& findings);

}  // namespace parlance::personalization
