#include "nlu/duckling/contact_sections.h"

#include "nlu/account_identifier_extractor.h"
#include "nlu/contact_extractor.h"
#include "nlu/duckling/compact_value.h"
#include "nlu/recognizers/web_recognizers.h"
#include "nlu/text_pattern.h"

namespace parlance::nlu {

namespace {

// What stands at the entities' places, as `compact_value` writes it.
std::vector<Recognition> as_compacted(const std::vector<TextSpan>& spans, std::string_view text,
                                      const std::string& section) {
    std::vector<Recognition> recognitions;
    for (const TextSpan& span : spans) {
        const auto own = text.substr(span.begin, span.length());
        recognitions.push_back({span, section, {{"value", compact_value(section, own)}}});
    }
    return recognitions;
}

std::vector<TextSpan> entity_spans(const EntityExtractor& extractor, std::string_view text,
                                   const char* kind) {
    std::vector<Entity> found;
    extractor.extract({std::string(text), {}, {}}, found);
    std::vector<TextSpan> spans;
    for (const Entity& entity : found) {
        if (entity.kind.text == kind) spans.push_back(entity.span);
    }
    return spans;
}

const TextPattern& spoken_address_pattern() {
    static const TextPattern pattern =
        TextPattern::compile(R"(\b([a-z0-9][a-z0-9._+-]*(?: at |@)[a-z0-9-]+(?:(?: dot |\.)[a-z]{2,24})+)\b)")
            .value();
    return pattern;
}

// "localhost:8000/x" and hosts without a dot behind a scheme.
const TextPattern& local_link_pattern() {
    static const TextPattern pattern =
        TextPattern::compile(
            R"((?:^|\s)((?:(?:https?|ftp)://[a-z0-9-]+|localhost)(?::\d{1,5})?(?:/[^\s'"<>]*)?)(?:\s|$))")
            .value();
    return pattern;
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

}  // namespace

std::vector<Recognition> recognize_phone_numbers(std::string_view text, TimePoint) {
    return as_compacted(entity_spans(ContactExtractor(ContactExtractor::What::phone), text, "phone"), text,
                        "phone-number");
}

std::vector<Recognition> recognize_cards(std::string_view text, TimePoint) {
    return as_compacted(entity_spans(AccountIdentifierExtractor(), text, "card_number"), text,
                        "credit-card-number");
}

std::vector<Recognition> recognize_addresses(std::string_view text, TimePoint) {
    auto addresses = as_compacted(
        entity_spans(ContactExtractor(ContactExtractor::What::email), text, "email"), text, "email");
    if (!addresses.empty()) return addresses;
    for (const PatternMatch& match : spoken_address_pattern().find_all(text)) {
        std::string value = compact_value("email", text.substr(match.value.begin, match.value.length()));
        replace_all(value, " at ", "@");
        replace_all(value, " dot ", ".");
        addresses.push_back({match.value, "email", {{"value", std::move(value)}}});
    }
    return addresses;
}

std::vector<Recognition> recognize_links(std::string_view text, TimePoint reference) {
    std::vector<TextSpan> spans;
    for (const Recognition& url : recognize_urls(text, reference)) spans.push_back(url.span);
    if (spans.empty()) {
        for (const PatternMatch& match : local_link_pattern().find_all(text)) spans.push_back(match.value);
    }
    return as_compacted(spans, text, "url");
}

}  // namespace parlance::nlu
