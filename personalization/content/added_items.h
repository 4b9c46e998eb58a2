#pragma once

#include <vector>

#include "intents/result.h"
#include "personalization/catalogue.h"

namespace parlance::personalization {

// Whether the items may join the catalogue, beside or in place of its own. Fails with bad_request, everything
// named: an item without id, title, or anything that leads to it, a prerequisite that there is not, an id
// that comes twice.
Result<void> check_added(const Catalogue& catalogue, const std::vector<ContentItem>& items);

// The catalogue with the items; one with the id of an old one takes its place.
Catalogue with_items(Catalogue catalogue, std::vector<ContentItem> items);

}  // namespace parlance::personalization
