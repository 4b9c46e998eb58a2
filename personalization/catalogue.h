#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intents/expression.h"
#include "intents/findings.h"
#include "intents/name.h"
#include "intents/pack.h"
#include "intents/pack_source.h"
#include "personalization/opportunities/opportunity_terms.h"
#include "personalization/validity.h"

namespace parlance::personalization {

enum class ContentFormat { article, video, infographic, podcast };
enum class ContentLevel { beginner, intermediate, advanced };
enum class RecommendationKind {
    savings,
    investment,
    retirement,
    tax,
    credit,
    mortgage,
    insurance,
    card,
    service,
    advice
};

std::string_view to_text(ContentFormat format);
std::string_view to_text(ContentLevel level);
std::string_view to_text(RecommendationKind kind);

using TextByLanguage = std::map<std::string, std::string>;  // by language tag

// Something to read, watch or hear.
struct ContentItem {
    ContentId id;
    TextByLanguage title;
    TextByLanguage summary;
    ContentFormat format = ContentFormat::article;
    ContentLevel level = ContentLevel::beginner;
    int minutes = 0;
    std::vector<TopicName> topics;
    std::vector<IntentName> intents;
    std::vector<std::string> life_stages;
    std::vector<ContentId> prerequisites;
    Validity validity;
    std::string url;
};

// Why an offer fits: shown when `condition` holds; `text` may name numeric attributes in braces.
struct ReasonRule {
    Expression condition;
    double weight = 0;
    TextByLanguage text;
};

// A product or service that can be recommended.
struct Offer {
    OfferId id;
    RecommendationKind kind = RecommendationKind::service;
    TextByLanguage name;
    TextByLanguage summary;
    std::vector<TopicName> topics;
    std::vector<IntentName> intents;
    std::vector<std::string> life_events;
    std::string risk;            // none, low, moderate, high
    double value = 0;            // to the bank, 0..1
    double base_acceptance = 0;  // prior share of customers who accept, 0..1
    Expression eligible_if;
    std::vector<ReasonRule> reasons;
    std::map<std::string, std::vector<std::string>> disclaimers;
    IntentName start;  // the intent that begins it
};

struct Catalogue {
    std::vector<ContentItem> items;
    std::vector<Offer> offers;
    std::string offers_digest = {};              // of the files they were read from: tells versions apart
    std::optional<OpportunityTerms> terms = {};  // what opportunities are found by
};

// Reads articles/, offers/ and opportunities.json. Everything wrong goes to `findings` (E04xx): missing
// translations, unknown intents, unknown attributes in expressions, circles of prerequisites, impossible
// validity.
Catalogue load_catalogue(const PackSource& source, const Pack& pack, Findings& findings);

// The attribute names that expressions may read as profile.<name>.
const std::vector<std::string>& profile_attribute_names();

}  // namespace parlance::personalization
