#pragma once

#include <memory>
#include <string>
#include <vector>

#include "personalization/behavior_profile.h"
#include "personalization/catalogue.h"
#include "personalization/customer_view.h"

namespace parlance::personalization {

// A content item with its fit and why.
struct RankedContent {
    ContentId id;
    double score = 0;  // 0..1
    std::vector<Evidence> reasons;
};

// Ranks the catalogue's content for a customer and a moment.
// First version: content-based (topic, intent, life stage and level match, read items last, prerequisites
// first, formats mixed); the collaborative part joins when there are reading histories to learn from.
class ContentPersonalizationEngine {
public:
    explicit ContentPersonalizationEngine(std::shared_ptr<const Catalogue> catalogue);

    // At most `limit` items, best first; nothing that does not touch the moment's topics or intent,
    // and nothing outside of its validity on the moment's UTC day.
    // Never fails. Safe to call from several threads.
    std::vector<RankedContent> rank(const CustomerView& view, const BehaviorProfile& profile,
                                    const Moment& moment, std::size_t limit) const;

private:
    std::shared_ptr<const Catalogue> catalogue_;
};

}  // namespace parlance::personalization
