#include "personalization/catalogue.h"

#include <algorithm>

#include "personalization/article_reader.h"
#include "personalization/catalogue_checks.h"
#include "personalization/offer_reader.h"
#include "personalization/prerequisite_checks.h"

namespace parlance::personalization {
namespace {

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
    std::vector<ReadArticle> articles;
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
    check_prerequisites(articles, findings);
    Catalogue catalogue;
    for (ReadArticle& read : articles) catalogue.items.push_back(std::move(read.item));
    for (ReadOffer& read : offers) catalogue.offers.push_back(std::move(read.offer));
    catalogue.offers_digest = std::to_string(source.fingerprint("offers"));
    catalogue.terms = read_opportunity_terms(source, findings);
    return catalogue;
}

}  // namespace parlance::personalization
