#include "nlu/ambiguous_phrases.h"

#include <algorithm>

#include "intents/object_reader.h"
#include "nlu/normaliser.h"

namespace parlance::nlu {

namespace {

const std::string phrases_file = "ambiguous.json";
constexpr std::size_t least_meanings = 2;
constexpr std::size_t most_meanings = 3;

std::vector<IntentName> read_meanings(ObjectReader& reader, const JsonMember& member, const Pack& pack) {
    std::vector<std::string> known;
    for (const auto& intent : pack.intents) known.push_back(intent.name.text);
    std::vector<IntentName> meanings;
    for (auto& intent : reader.texts(member.key)) {
        if (std::find(known.begin(), known.end(), intent) == known.end()) {
            reader.error("E0340", member.key,
                         "\"" + member.key + "\" names an unknown intent \"" + intent + "\"",
                         did_you_mean(intent, known));
        }
        meanings.push_back({std::move(intent)});
    }
    if (meanings.size() < least_meanings || meanings.size() > most_meanings)
        reader.error("E0341", member.key, "\"" + member.key + "\" needs two or three intents to ask between");
    return meanings;
}

}  // namespace

AmbiguousPhrases AmbiguousPhrases::load(const PackSource& source, const Pack& pack, Findings& findings) {
    AmbiguousPhrases phrases;
    const PackFile* file = source.file(phrases_file);
    if (file == nullptr) return phrases;
    ObjectReader reader(file->root, phrases_file, findings);
    for (const Locale& language : pack.languages) {
        const JsonNode* node = reader.object(language.tag);
        if (node == nullptr) continue;
        ObjectReader words(*node, phrases_file, findings);
        for (const JsonMember& member : *node->object())
            phrases.languages_[language].emplace(fold(member.key), read_meanings(words, member, pack));
    }
    reader.finish();
    return phrases;
}

std::vector<IntentName> AmbiguousPhrases::meanings_of(std::string_view text, const Locale& locale) const {
    const auto language = languages_.find(locale);
    if (language == languages_.end()) return {};
    const auto folded = fold(text);
    const auto begin = folded.find_first_not_of(" .,;:!?");
    if (begin == std::string::npos) return {};
    const auto end = folded.find_last_not_of(" .,;:!?");
    const auto found = language->second.find(std::string_view(folded).substr(begin, end - begin + 1));
    return found == language->second.end() ? std::vector<IntentName>{} : found->second;
}

}  // namespace parlance::nlu
