#include "nlu/redaction.h"

#include <algorithm>
#include <vector>

#include "nlu/account_identifier_extractor.h"
#include "nlu/contact_extractor.h"

namespace parlance::nlu {

namespace {

std::vector<Entity> personal_entities(std::string_view text) {
    static const ContactExtractor emails(ContactExtractor::What::email);
    static const ContactExtractor ibans(ContactExtractor::What::iban);
    static const ContactExtractor phones(ContactExtractor::What::phone);
    static const AccountIdentifierExtractor accounts;
    const Utterance utterance{std::string(text), {}, {}};
    std::vector<Entity> found;
    for (const EntityExtractor* extractor :
         std::initializer_list<const EntityExtractor*>{&accounts, &ibans, &emails, &phones})
        extractor->extract(utterance, found);
    return found;
}

std::string redacted_once(std::string_view text, std::initializer_list<PiiClass> classes) {
    auto found = personal_entities(text);
    std::erase_if(found, [&](const Entity& entity) {
        return std::find(classes.begin(), classes.end(), pii_class_of(entity.kind)) == classes.end();
    });
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
