#include "personalization/catalogue.h"

#include <algorithm>
#include <functional>

#include "personalization/article_reader.h"
#include "personalization/catalogue_checks.h"
#include "personalization/offer_reader.h"

namespace parlance::personalization {
namespace {

using Articles = std::vector<ReadArticle>;

const ReadArticle* find_article(const Articles& articles, const ContentId& id) {
    const auto found = std::find_if(articles.begin(), articles.end(),
                                    [&](const ReadArticle& article) { return article.item.id == id; });
    return found == articles.end() ? nullptr : &*found;
}

// E0405 for an id of `list` that came before.
template <typename Read, typename IdOf>
void check_ids(const std::vector<Read>& list, IdOf id_of, Findings& findings) {
    std::vector<std::string> seen;
    for (const Read& read : list) {
        const std::string& id = id_of(read);
        if (id.empty()) continue;
        if (std::find(seen.begin(), seen.end(), id) != seen.end()) {
            findings.error("E0405", read.file, read.position, "the id \"" + id + "\" is given twice",
                           "give it another id");
        }
        seen.push_back(id);
    }
}

void check_prerequisites_exist(const Articles& articles, Findings& findings) {
    std::vector<std::string> ids;
    for (const ReadArticle& article : articles) ids.push_back(article.item.id.text);
    for (const ReadArticle& article : articles) {
        for (const ContentId& needed : article.item.prerequisites) {
            if (find_article(articles, needed) != nullptr) continue;
            findings.error("E0404", article.file, article.position,
                           "unknown prerequisite \"" + needed.text + "\" of \"" + article.item.id.text + "\"",
                           did_you_mean(needed.text, ids));
        }
    }
}

// E0410 once for every article that comes to stand before itself.
void check_prerequisite_cycles(const Articles& articles, Findings& findings) {
    for (const ReadArticle& start : articles) {
        std::vector<ContentId> open = start.item.prerequisites;
        std::vector<ContentId> seen;
        bool cycle = false;
        while (!open.empty() && !cycle) {
            const ContentId id = open.back();
            open.pop_back();
            cycle = id == start.item.id;
            if (std::find(seen.begin(), seen.end(), id) != seen.end()) continue;
            seen.push_back(id);
            if (const ReadArticle* article = find_article(articles, id)) {
                open.insert(open.end(), article->item.prerequisites.begin(),
                            article->item.prerequisites.end());
            }
        }
        if (!cycle) continue;
        findings.error("E0410", start.file, start.position,
                       "\"" + start.item.id.text + "\" is its own prerequisite, directly or through others",
                       "take one prerequisite of the circle out");
    }
}

}  // namespace

std::string_view to_text(ContentFormat format) {
    switch (format) {
        case ContentFormat::article: return "article";
        case ContentFormat::video: return "video";
        case ContentFormat::infographic: return "infographic";
        case ContentFormat::podcast: return "podcast";
    }
    return "unknown";
}

std::string_view to_text(ContentLevel level) {
    switch (level) {
        case ContentLevel::beginner: return "beginner";
        case ContentLevel::intermediate: return "intermediate";
        case ContentLevel::advanced: return "advanced";
    }
    return "unknown";
}

std::string_view to_text(RecommendationKind kind) {
    switch (kind) {
        case RecommendationKind::savings: return "savings";
        case RecommendationKind::investment: return "investment";
        case RecommendationKind::retirement: return "retirement";
        case RecommendationKind::tax: return "tax";
        case RecommendationKind::credit: return "credit";
        case RecommendationKind::mortgage: return "mortgage";
        case RecommendationKind::insurance: return "insurance";
        case RecommendationKind::card: return "card";
        case RecommendationKind::service: return "service";
        case RecommendationKind::advice: return "advice";
    }
    return "unknown";
}

Catalogue load_catalogue(const PackSource& source, const Pack& pack, Findings& findings) {
    Articles articles;
    for (const PackFile* file : source.files_in("articles")) {
        auto read = read_articles(*file, pack, findings);
        std::move(read.begin(), read.end(), std::back_inserter(articles));
    }
    std::vector<ReadOffer> offers;
    for (const PackFile* file : source.files_in("offers")) {
        auto read = read_offers(*file, pack, findings);
        std::move(read.begin(), read.end(), std::back_inserter(offers));
    }
    check_ids(
        articles, [](const ReadArticle& read) -> const std::string& { return read.item.id.text; }, findings);
    check_ids(
        offers, [](const ReadOffer& read) -> const std::string& { return read.offer.id.text; }, findings);
    check_prerequisites_exist(articles, findings);
    check_prerequisite_cycles(articles, findings);
    Catalogue catalogue;
    for (ReadArticle& read : articles) catalogue.items.push_back(std::move(read.item));
    for (ReadOffer& read : offers) catalogue.offers.push_back(std::move(read.offer));
    catalogue.offers_digest = std::to_string(source.fingerprint("offers"));
    return catalogue;
}

}  // namespace parlance::personalization
