#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intents/calendar_date.h"

namespace parlance::personalization {

// A question to the knowledge, in the customer's words.
struct KnowledgeQuestion {
    std::string_view text;      // anything: nothing in it is syntax
    std::string_view language;  // tag of the pages to search
    CalendarDate day;           // pages not valid then are never found
    std::size_t count = 3;      // how many passages at most
};

// A paragraph that may answer, word for word, and where it is from.
struct KnowledgePassage {
    std::string text;
    std::string page;  // its id
    std::string title;
    std::string source;
    std::string url;
    double score =
        0;  // BM25 of its page's best paragraph, higher is better; to compare within one search only
    double coverage = 0;  // 0..1: share of the question's content words in it or its title, by rarity
};

// One object: `passages`, each with the members above by their names; coverage and score with 3 decimals.
std::string to_json_text(const std::vector<KnowledgePassage>& passages);

}  // namespace parlance::personalization
