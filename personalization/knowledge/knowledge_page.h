#pragma once

#include <string>
#include <vector>

#include "intents/name.h"
#include "personalization/validity.h"

namespace parlance::personalization {

// Something that the bank explains, in one language. A page in two languages has the same id in both.
struct KnowledgePage {
    std::string id;
    std::string language;
    std::string title;
    std::string source;  // who says so: "Alder Bank guide, payments"
    std::string url;
    std::vector<TopicName> topics;
    Validity validity;
    std::vector<std::string> paragraphs;  // each can be quoted alone
};

}  // namespace parlance::personalization
