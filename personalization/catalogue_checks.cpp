#include "personalization/catalogue_checks.h"

#include <algorithm>

namespace parlance::personalization {
namespace {

bool contains(const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::vector<std::string> language_tags(const Pack& pack) {
    std::vector<std::string> tags;
    for (const Locale& locale : pack.languages) tags.push_back(locale.tag);
    return tags;
}

}  // namespace

void check_no_digits(CheckedMember member, const TextByLanguage& texts) {
    for (const auto& [tag, text] : texts) {
        bool in_placeholder = false;
        for (const char c : text) {
            if (c == '{' || c == '}') in_placeholder = c == '{';
            if (in_placeholder || c < '0' || c > '9') continue;
            member.reader.error("E0403", member.key, "a digit in \"" + text + "\" has no source",
                                "use a {placeholder}, write a word, or leave the number out");
            break;
        }
    }
}

std::vector<std::string> intent_names(const Pack& pack) {
    std::vector<std::string> names;
    for (const IntentSpec& intent : pack.intents) names.push_back(intent.name.text);
    return names;
}

TextByLanguage read_texts(CheckedMember member, const Pack& pack) {
    auto& [reader, key] = member;
    if (reader.required_object(key) == nullptr) return {};
    const TextByLanguage texts = reader.text_map(key);
    const auto tags = language_tags(pack);
    for (const std::string& tag : tags) {
        const auto found = texts.find(tag);
        if (found == texts.end() || found->second.empty()) {
            reader.error("E0401", key, "\"" + std::string(key) + "\" has no text in \"" + tag + "\"",
                         "add \"" + tag + "\": \"...\"");
        }
    }
    for (const auto& [tag, text] : texts) {
        if (!contains(tags, tag)) {
            reader.error("E0402", key, "the pack does not speak \"" + tag + "\"", did_you_mean(tag, tags));
        }
    }
    return texts;
}

void check_names(CheckedMember member, const std::vector<std::string>& names,
                 const std::vector<std::string>& known, std::string_view kind) {
    for (const std::string& name : names) {
        if (contains(known, name)) continue;
        member.reader.error("E0404", member.key, "unknown " + std::string(kind) + " \"" + name + "\"",
                            did_you_mean(name, known));
    }
}

std::vector<IntentName> read_intents(CheckedMember member, const Pack& pack) {
    const auto names = member.reader.texts(member.key);
    check_names(member, names, intent_names(pack), "intent");
    std::vector<IntentName> intents;
    for (const std::string& name : names) intents.push_back({name});
    return intents;
}

std::vector<TopicName> read_topics(CheckedMember member, const Pack& pack) {
    std::vector<std::string> known;
    for (const TopicSpec& topic : pack.topics) known.push_back(topic.name.text);
    auto& [reader, key] = member;
    std::vector<TopicName> topics;
    for (const std::string& name : reader.texts(key)) {
        topics.push_back({name});
        if (contains(known, name)) continue;
        reader.findings().warning("W0401", reader.file(), reader.position_of(key),
                                  "unknown topic \"" + name + "\"", did_you_mean(name, known));
    }
    return topics;
}

std::size_t read_choice(CheckedMember member, const std::vector<std::string>& words) {
    const std::string word = member.reader.required_text(member.key);
    const auto found = std::find(words.begin(), words.end(), word);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    if (!word.empty()) check_names(member, {word}, words, member.key);
    return 0;
}

void check_expression(CheckedMember member, const Expression& expression) {
    for (const ScopedName& name : expression.names()) {
        if (name.scope != "profile") {
            member.reader.error(
                "E0406", member.key,
                "\"" + name.scope + "." + name.name + "\" cannot be read here: only profile.<name> can");
            continue;
        }
        const auto& known = profile_attribute_names();
        if (contains(known, name.name)) continue;
        member.reader.error("E0406", member.key, "unknown attribute \"profile." + name.name + "\"",
                            did_you_mean(name.name, known));
    }
}

}  // namespace parlance::personalization
