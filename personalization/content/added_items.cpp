#include "personalization/content/added_items.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "intents/findings.h"
#include "personalization/problem_list.h"

namespace parlance::personalization {

namespace {

// What is wrong with an item; nothing when it is sound. known: the ids of all content.
void check_item(const ContentItem& item, const std::vector<std::string>& known, ProblemList& problems) {
    const auto wrong = [&](const std::string& what) { problems.add({ErrorCode::bad_request, what}); };
    const std::string named = item.id.text.empty() ? "an item" : "the item \"" + item.id.text + "\"";
    if (item.id.text.empty()) wrong(named + " has no id");
    if (item.topics.empty() && item.intents.empty())
        wrong(named + " has neither topics nor intents: nothing would lead to it");
    if (item.title.empty()) wrong(named + " has no title");
    for (const ContentId& needed : item.prerequisites) {
        if (needed == item.id) wrong(named + " is its own prerequisite");
        if (std::binary_search(known.begin(), known.end(), needed.text)) continue;
        const auto hint = did_you_mean(needed.text, known);
        wrong("there is no prerequisite \"" + needed.text + "\"" + (hint.empty() ? "" : "; " + hint));
    }
}

// The ids of what there is and what comes, sorted.
std::vector<std::string> ids_of(const Catalogue& catalogue, const std::vector<ContentItem>& more) {
    std::vector<std::string> ids;
    for (const ContentItem& item : catalogue.items) ids.push_back(item.id.text);
    for (const ContentItem& item : more) ids.push_back(item.id.text);
    std::sort(ids.begin(), ids.end());
    return ids;
}

}  // namespace

Result<void> check_added(const Catalogue& catalogue, const std::vector<ContentItem>& items) {
    ProblemList problems;
    const auto known = ids_of(catalogue, items);
    std::set<ContentId> named;
    for (const ContentItem& item : items) {
        check_item(item, known, problems);
        if (!named.insert(item.id).second)
            problems.add({ErrorCode::bad_request, "the item \"" + item.id.text + "\" comes twice"});
    }
    if (!problems.empty()) return problems.error();
    return {};
}

Catalogue with_items(Catalogue catalogue, std::vector<ContentItem> items) {
    std::map<ContentId, ContentItem*> places;
    for (ContentItem& item : catalogue.items) places.emplace(item.id, &item);
    std::vector<ContentItem> fresh;
    for (ContentItem& item : items) {
        const auto place = places.find(item.id);
        if (place == places.end())
            fresh.push_back(std::move(item));
        else
            *place->second = std::move(item);
    }
    std::move(fresh.begin(), fresh.end(), std::back_inserter(catalogue.items));
    return catalogue;
}

}  // namespace parlance::personalization
