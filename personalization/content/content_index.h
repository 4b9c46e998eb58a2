#pragma once

#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "personalization/catalogue.h"

namespace parlance::personalization {

// Finds content without walking the whole catalogue. Borrows the catalogue, which must not change meanwhile.
// Immutable; safe to call from several threads.
class ContentIndex {
public:
    using Items = std::vector<const ContentItem*>;  // in the catalogue's order

    explicit ContentIndex(const Catalogue& catalogue);
    ContentIndex(const ContentIndex&) = delete;
    ContentIndex& operator=(const ContentIndex&) = delete;

    // nullptr when there is no such item.
    const ContentItem* find(const ContentId& id) const;
    const Items& about(const TopicName& topic) const;
    const Items& answering(const IntentName& intent) const;
    // Whether content or an offer is about it.
    bool is_topic(std::string_view name) const { return topics_.contains(name); }

    const Catalogue& catalogue() const { return catalogue_; }

private:
    using ByName = std::unordered_map<std::string_view, Items>;

    const Catalogue& catalogue_;
    std::unordered_map<std::string_view, const ContentItem*> by_id_;
    ByName by_topic_;
    ByName by_intent_;
    std::unordered_set<std::string_view> topics_;
};

}  // namespace parlance::personalization
