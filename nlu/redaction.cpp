#include "nlu/redaction.h"

#include <algorithm>
#include <vector>

#include "nlu/account_identifier_extractor.h"
#include "nlu/contact_extractor.h"

namespace parlance::nlu {

namespace {

using Classes = std::initializer_list<PiiClass>;

bool has(Classes classes, PiiClass wanted) {
    return std::find(classes.begin(), classes.end(), wanted) != classes.end();
}

// What belongs to the classes; only the extractors that can find some of it are asked.
std::vector<Entity> personal_entities(std::string_view text, Classes classes) {
    static const ContactExtractor emails(ContactExtractor::What::email);
    static const ContactExtractor ibans(ContactExtractor::What::iban);
    static const ContactExtractor phones(ContactExtractor::What::phone);
    static const AccountIdentifierExtractor accounts;
    const Utterance utterance{std::string(text), {}, {}};
    std::vector<Entity> found;
    accounts.extract(utterance, found);
    if (has(classes, PiiClass::account)) ibans.extract(utterance, found);
    if (has(classes, PiiClass::contact)) {
        emails.extract(utterance, found);
        phones.extract(utterance, found);
    }
    std::erase_if(found, [&](const Entity& entity) { return !has(classes, pii_class_of(entity.kind)); });
    return found;
}

std::string redacted_once(std::string_view text, Classes classes) {
    auto found = personal_entities(text, classes);
    // Of two that overlap the one that begins first, then the longer, then the more particular: nothing that
    // either covers must stay, so the end of a run is the furthest of all.
    std::stable_sort(found.begin(), found.end(), [](const Entity& left, const Entity& right) {
        return left.span.begin != right.span.begin ? left.span.begin < right.span.begin
                                                   : left.span.end > right.span.end;
    });
    std::string redacted;
    std::size_t done = 0;
    for (const Entity& entity : found) {
        if (entity.span.begin >= done) {
            redacted += text.substr(done, entity.span.begin - done);
            redacted += "[" + entity.kind.text + "]";
        }
        done = std::max(done, entity.span.end);
    }
    redacted += text.substr(done);
    return redacted;
}

}  // namespace

// What is masked may be what kept something else from being read: so until nothing changes any more. Each
// round masks a digit at least.
std::string redact(std::string_view text, std::initializer_list<PiiClass> classes) {
    std::string redacted(text);
    for (;;) {
        std::string again = redacted_once(redacted, classes);
        if (again == redacted) return redacted;
        redacted = std::move(again);
    }
}

}  // namespace parlance::nlu
