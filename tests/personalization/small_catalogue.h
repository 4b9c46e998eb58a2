#pragma once

#include <memory>
#include <string>
#include <variant>

#include "personalization/catalogue.h"

namespace parlance::tests {

inline Expression expression(const std::string& text) {
    return std::get<Expression>(Expression::parse(text));
}

// An offer that anybody over 17 may have, for the reason that he is.
inline personalization::Offer offer_of(const std::string& id, personalization::RecommendationKind kind,
                                       const std::string& intent) {
    return {{id},
            kind,
            {{"en", id}, {"de", id}},
            {{"en", "About " + id}, {"de", "Zu " + id}},
            {{"savings"}},
            {{intent}},
            {},
            "none",
            0.5,
            0.1,
            expression("profile.age >= 18"),
            {{expression("profile.age >= 18"), 1.0, {{"en", "You are {age}."}, {"de", "Sie sind {age}."}}}},
            {{"en", {"Mind the terms."}}, {"de", {"Beachten Sie die Bedingungen."}}},
            {"open_savings"}};
}

inline personalization::ContentItem item_of(const std::string& id, const std::string& topic,
                                            const std::string& intent) {
    personalization::ContentItem item;
    item.id.text = id;
    item.title = {{"en", id}, {"de", id}};
    item.topics = {{topic}};
    if (!intent.empty()) item.intents = {{intent}};
    return item;
}

}  // namespace parlance::tests
