#pragma once

#include <memory>
#include <string>
#include <vector>

#include "personalization/behavior_profile.h"
#include "personalization/catalogue.h"
#include "personalization/content/content_index.h"
#include "personalization/content/reading_model.h"
#include "personalization/customer_view.h"

namespace parlance::personalization {

// A content item with its fit and why.
struct RankedContent {
    ContentId id;
    double score = 0;  // 0..1
    std::vector<Evidence> reasons;
};

// Ranks the catalogue's content for a customer and a moment.
// Hybrid: content-based (topic, intent, life stage and level match, read items last, prerequisites first,
// formats mixed), raised by what readers of the same things read next where a model of that was learned: the
// score is the chance that one or the other leads him to the item.
class ContentPersonalizationEngine {
public:
    explicit ContentPersonalizationEngine(std::shared_ptr<const Catalogue> catalogue,
                                          std::shared_ptr<const ReadingModel> readings = nullptr);

    // At most `limit` items, best first; nothing that does not touch the moment's topics or intent,
    // and nothing outside of its validity on the moment's UTC day.
    // Never fails. Safe to call from several threads.
    std::vector<RankedContent> rank(const CustomerView& view, const BehaviorProfile& profile,
                                    const Moment& moment, std::size_t limit) const;

    // Of the catalogue; lives as long as the engine.
    const ContentIndex& index() const { return *index_; }

private:
    std::shared_ptr<const Catalogue> catalogue_;
    std::unique_ptr<const ContentIndex> index_;
    std::shared_ptr<const ReadingModel> readings_;
};

}  // namespace parlance::personalization
