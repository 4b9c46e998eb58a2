#include "personalization/prerequisite_checks.h"

#include <deque>
#include <map>
#include <string>

namespace parlance::personalization {
namespace {

using ArticlesById = std::map<ContentId, const ReadArticle*>;

ArticlesById by_id(const std::vector<ReadArticle>& articles) {
    ArticlesById index;
    for (const ReadArticle& article : articles) index.emplace(article.item.id, &article);
    return index;
}

void check_known(const ReadArticle& article, const ArticlesById& index, Findings& findings) {
    for (const ContentId& needed : article.item.prerequisites) {
        if (index.contains(needed)) continue;
        std::vector<std::string> ids;
        for (const auto& [id, other] : index) ids.push_back(id.text);
        findings.error("E0404", article.file, article.position,
                       "unknown prerequisite \"" + needed.text + "\" of \"" + article.item.id.text + "\"",
                       did_you_mean(needed.text, ids));
    }
}

// The shortest way from an article along prerequisites back to it, both ends included; empty when there is
// none. Breadth first: `needed_by` says from which article each id was reached.
std::vector<ContentId> circle_through(const ReadArticle& start, const ArticlesById& index) {
    const ContentId& goal = start.item.id;
    std::map<ContentId, ContentId> needed_by;
    std::deque<const ReadArticle*> open{&start};
    while (!open.empty() && !needed_by.contains(goal)) {
        const ReadArticle& article = *open.front();
        open.pop_front();
        for (const ContentId& needed : article.item.prerequisites) {
            const auto found = index.find(needed);
            if (found == index.end() || !needed_by.emplace(needed, article.item.id).second) continue;
            open.push_back(found->second);
        }
    }
    if (!needed_by.contains(goal)) return {};
    std::vector<ContentId> circle{goal};
    for (ContentId id = needed_by.at(goal); id != goal; id = needed_by.at(id)) circle.push_back(id);
    circle.push_back(goal);
    return {circle.rbegin(), circle.rend()};
}

void check_circle(const ReadArticle& article, const ArticlesById& index, Findings& findings) {
    const std::vector<ContentId> circle = circle_through(article, index);
    if (circle.empty()) return;
    std::string words;
    for (const ContentId& id : circle) words += (words.empty() ? "\"" : " needs \"") + id.text + "\"";
    findings.error("E0410", article.file, article.position, "a circle of prerequisites: " + words,
                   "take one prerequisite of the circle out");
}

}  // namespace

void check_prerequisites(const std::vector<ReadArticle>& articles, Findings& findings) {
    const ArticlesById index = by_id(articles);
    for (const ReadArticle& article : articles) {
        check_known(article, index, findings);
        check_circle(article, index, findings);
    }
}

}  // namespace parlance::personalization
