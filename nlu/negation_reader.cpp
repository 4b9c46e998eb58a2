#include "nlu/negation_reader.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "intents/object_reader.h"
#include "nlu/normaliser.h"

namespace parlance::nlu {

namespace {

const std::string negation_file = "negation.json";
constexpr std::string_view word_ends = " ,.;:!?-";

std::string_view first_word(std::string_view text) {
    return text.substr(0, text.find_first_of(word_ends));
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(word_ends);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(word_ends) - begin + 1);
}

// Where `phrase` stands in `text` as whole words; npos when it does not.
std::size_t find_words(std::string_view text, std::string_view phrase) {
    for (auto at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
        const bool begins = at == 0 || word_ends.find(text[at - 1]) != std::string_view::npos;
        const auto end = at + phrase.size();
        const bool ends = end == text.size() || word_ends.find(text[end]) != std::string_view::npos;
        if (begins && ends) return at;
    }
    return std::string_view::npos;
}

// The one may take the other's place.
bool are_alike(const EntityKind& left, const EntityKind& right) {
    const auto is_quantity = [](const EntityKind& kind) {
        return kind.text == "money" || kind.text == "number";
    };
    return left == right || (is_quantity(left) && is_quantity(right));
}

// Whether the words between two values take the first one back.
bool takes_back(std::string_view between, const std::vector<std::string>& phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
        const auto at = find_words(between, phrase);
        if (at == std::string_view::npos) return false;
        if (phrase.find(' ') != std::string::npos) return true;
        const auto before = between.substr(0, at).find_last_not_of(' ');
        const bool follows_comma =
            before != std::string_view::npos && word_ends.find(between[before]) != std::string_view::npos;
        return follows_comma || trimmed(between.substr(at + phrase.size())).empty();
    });
}

std::vector<std::string> folded_texts(ObjectReader& reader, std::string_view key) {
    auto texts = reader.texts(key);
    for (auto& text : texts) text = fold(text);
    return texts;
}

}  // namespace

NegationReader NegationReader::load(const PackSource& source, Findings& findings) {
    const PackFile* file = source.file(negation_file);
    if (file == nullptr) return {};
    std::map<Locale, NegationWords> words;
    for (const JsonMember& member : *file->root.object()) {
        if (member.value.object() == nullptr) {
            findings.error("E0330", negation_file, member.value.position,
                           "\"" + member.key + "\" must be an object of word lists");
            continue;
        }
        ObjectReader reader(member.value, negation_file, findings);
        auto& language = words[Locale{member.key}];
        language.no = folded_texts(reader, "no");
        language.declines = folded_texts(reader, "declines");
        language.declines_after = folded_texts(reader, "declines_after");
        language.except_before = folded_texts(reader, "except_before");
        language.takes_back = folded_texts(reader, "takes_back");
        reader.finish();
    }
    return NegationReader(std::move(words));
}

const NegationWords* NegationReader::words_of(const Locale& locale) const {
    const auto found = words_.find(locale);
    return found == words_.end() ? nullptr : &found->second;
}

bool NegationReader::begins_with_no(std::string_view text, const Locale& locale) const {
    const auto* words = words_of(locale);
    return words != nullptr && contains(words->no, first_word(fold(text)));
}

std::optional<std::string> NegationReader::declined(std::string_view text, const Locale& locale) const {
    const auto* words = words_of(locale);
    if (words == nullptr) return std::nullopt;
    const auto folded = fold(text);
    for (const auto& phrase : words->declines) {
        const auto at = find_words(folded, phrase);
        if (at == std::string::npos) continue;
        const auto rest = trimmed(std::string_view(folded).substr(at + phrase.size()));
        if (rest.empty() || contains(words->except_before, first_word(rest))) return std::nullopt;
        return std::string(rest);
    }
    for (const auto& phrase : words->declines_after) {
        const auto at = find_words(folded, phrase);
        const auto rest = at == std::string::npos ? "" : trimmed(std::string_view(folded).substr(0, at));
        if (!rest.empty()) return std::string(rest);
    }
    return std::nullopt;
}

void NegationReader::drop_taken_back(const Utterance& utterance, std::vector<Entity>& entities) const {
    const auto* words = words_of(utterance.locale);
    if (words == nullptr || words->takes_back.empty()) return;
    const auto is_taken_back = [&](const Entity& entity) {
        return std::any_of(entities.begin(), entities.end(), [&](const Entity& later) {
            if (later.span.begin < entity.span.end || !are_alike(entity.kind, later.kind)) return false;
            const auto between = utterance.text.substr(entity.span.end, later.span.begin - entity.span.end);
            return takes_back(fold(between), words->takes_back);
        });
    };
    std::vector<Entity> kept;
    std::copy_if(entities.begin(), entities.end(), std::back_inserter(kept), std::not_fn(is_taken_back));
    entities = std::move(kept);
}

}  // namespace parlance::nlu
