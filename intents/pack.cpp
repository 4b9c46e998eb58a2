#include "intents/pack.h"

#include <algorithm>

#include "intents/entity_loader.h"
#include "intents/intent_loader.h"
#include "intents/object_reader.h"

namespace parlance {

namespace {

void load_session(const JsonNode& node, const std::string& file, Pack& pack, Findings& findings) {
    ObjectReader session(node, file, findings);
    constexpr std::int64_t most_minutes = 366 * 24 * 60;
    const auto minutes = session.integer_or("expires_after_minutes", pack.session_expires_after.count());
    if (minutes < 0 || minutes > most_minutes) {
        session.error("E0204", "expires_after_minutes", "a session lasts 0 (for ever) to 527040 minutes");
    } else {
        pack.session_expires_after = std::chrono::minutes(minutes);
    }
    session.finish();
}

void load_manifest(const PackFile& file, Pack& pack, Findings& findings) {
    ObjectReader reader(file.root, file.path, findings);
    pack.name = reader.required_text("pack");
    pack.version = reader.integer_or("version", 1);
    reader.text_or("description", "");
    reader.required_array("languages");
    for (const auto& tag : reader.texts("languages")) pack.languages.push_back({tag});
    if (pack.languages.empty() && reader.has("languages")) {
        reader.error("E0201", "languages", "a pack needs at least one language");
    }
    pack.currency.letters = reader.required_text("currency");
    if (!pack.currency.letters.empty() && !parse_money("1 " + pack.currency.letters)) {
        reader.error("E0202", "currency", "\"" + pack.currency.letters + "\" is no ISO 4217 currency code");
    }
    if (const auto* session = reader.object("session")) load_session(*session, file.path, pack, findings);
    reader.finish();
}

void load_topics(const PackFile& file, Pack& pack, Findings& findings) {
    ObjectReader reader(file.root, file.path, findings);
    const auto* topics = reader.required_array("topics");
    reader.finish();
    if (topics == nullptr) return;
    std::vector<std::string> intents;
    for (const auto& intent : pack.intents) intents.push_back(intent.name.text);
    for (const auto& node : *topics->array()) {
        ObjectReader topic(node, file.path, findings);
        TopicSpec spec;
        spec.name.text = topic.required_text("topic");
        spec.titles = topic.text_map("name");
        for (auto& intent : topic.texts("intents")) {
            if (std::find(intents.begin(), intents.end(), intent) == intents.end()) {
                topic.error("E0203", "intents",
                            "topic \"" + spec.name.text + "\" names an unknown intent \"" + intent + "\"",
                            did_you_mean(intent, intents));
            }
            spec.intents.push_back({std::move(intent)});
        }
        if (const auto* phrases = topic.object("phrases")) {
            ObjectReader by_language(*phrases, file.path, findings);
            for (const auto& member : *phrases->object())
                spec.phrases[member.key] = by_language.texts(member.key);
        }
        topic.finish();
        pack.topics.push_back(std::move(spec));
    }
}

}  // namespace

const IntentSpec* Pack::find_intent(const IntentName& wanted) const {
    const auto found =
        std::find_if(intents.begin(), intents.end(), [&](const IntentSpec& i) { return i.name == wanted; });
    return found == intents.end() ? nullptr : &*found;
}

Result<Locale> Pack::language(std::string_view tag) const {
    if (tag.empty()) return languages.empty() ? Locale{} : languages.front();
    std::string spoken;
    for (const Locale& locale : languages) {
        if (locale.tag == tag) return locale;
        spoken += (spoken.empty() ? "" : ", ") + locale.tag;
    }
    return Error{ErrorCode::bad_request,
                 "the pack does not speak \"" + std::string(tag) + "\"; it speaks " + spoken};
}

const std::vector<std::string>& built_in_entity_kinds() {
    static const std::vector<std::string> kinds{
        "money",          "number", "date", "time",        "percent",   "duration",
        "email",          "phone",  "iban", "card_number", "card_code", "sort_code",
        "account_number", "isin",   "bic",  "country",     "ticker"};
    return kinds;
}

Pack load_pack(const PackSource& source, Findings& findings) {
    Pack pack;
    if (const auto* manifest = source.file("pack.json")) load_manifest(*manifest, pack, findings);
    for (const auto* file : source.files_in("entities")) load_entity(*file, pack, findings);
    for (const auto* file : source.files_in("intents")) load_intent(*file, pack, findings);
    check_examples(pack, findings);
    if (const auto* topics = source.file("topics.json")) load_topics(*topics, pack, findings);
    return pack;
}

}  // namespace parlance
