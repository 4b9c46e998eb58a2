#include "personalization/content/content_index.h"

namespace parlance::personalization {

namespace {

const ContentIndex::Items& items_in(const std::unordered_map<std::string_view, ContentIndex::Items>& lists,
                                    std::string_view name) {
    static const ContentIndex::Items none;
    const auto found = lists.find(name);
    return found == lists.end() ? none : found->second;
}

}  // namespace

ContentIndex::ContentIndex(const Catalogue& catalogue) : catalogue_(catalogue) {
    for (const ContentItem& item : catalogue.items) {
        by_id_.emplace(item.id.text, &item);
        for (const TopicName& topic : item.topics) {
            by_topic_[topic.text].push_back(&item);
            topics_.insert(topic.text);
        }
        for (const IntentName& intent : item.intents) by_intent_[intent.text].push_back(&item);
    }
    for (const Offer& offer : catalogue.offers) {
        for (const TopicName& topic : offer.topics) topics_.insert(topic.text);
    }
}

const ContentItem* ContentIndex::find(const ContentId& id) const {
    const auto found = by_id_.find(id.text);
    return found == by_id_.end() ? nullptr : found->second;
}

const ContentIndex::Items& ContentIndex::about(const TopicName& topic) const {
    return items_in(by_topic_, topic.text);
}

const ContentIndex::Items& ContentIndex::answering(const IntentName& intent) const {
    return items_in(by_intent_, intent.text);
}

}  // namespace parlance::personalization
