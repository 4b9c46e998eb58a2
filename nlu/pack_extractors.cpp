#include "nlu/pack_extractors.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "nlu/normaliser.h"

namespace parlance::nlu {

namespace {

// A value's own name, as words: "savings_account" is also said "savings account".
std::string spoken(std::string_view value) {
    std::string words(value);
    for (char& c : words) {
        if (c == '_') c = ' ';
    }
    return words;
}

std::array<std::string, 2> languages_of(const Locale& locale) {
    return {language_of(locale), "any"};
}

// A pattern is sure of the form, not of the meaning.
constexpr float pattern_confidence = 0.8F;
// For each edit between what was written and what is meant.
constexpr float misspelt_confidence = 0.85F;

}  // namespace

GazetteerExtractor::GazetteerExtractor(const EntitySpec& spec, std::shared_ptr<const KnownWords> known)
    : kind_(spec.kind), known_(std::move(known)) {
    const auto add = [&](const std::string& language, const std::string& phrase, const std::string& value) {
        tables_[language].add(phrase, value);
        if (spec.is_fuzzy) near_[language].add(phrase, value);
    };
    for (const EntityValueSpec& value : spec.values) {
        for (const auto& [language, synonyms] : value.synonyms) {
            for (const std::string& synonym : synonyms) add(language, synonym, value.value);
        }
    }
    for (const EntityValueSpec& value : spec.values) add("any", spoken(value.value), value.value);
}

GazetteerExtractor::Match GazetteerExtractor::match_at(std::span<const Word> words, std::size_t at,
                                                       const Locale& locale) const {
    Match best;
    for (const std::string& language : languages_of(locale)) {
        const auto table = tables_.find(language);
        if (table == tables_.end()) continue;
        const auto match = table->second.longest_at(words, at);
        if (match.words > best.words) best = {match.value, match.words, 1};
    }
    if (best.value != nullptr || known_ == nullptr) return best;
    for (const std::string& language : languages_of(locale)) {
        const auto phrases = near_.find(language);
        if (phrases == near_.end()) continue;
        const auto match = phrases->second.nearest_at(words, at, *known_);
        if (match.words > best.words)
            best = {match.value, match.words, std::pow(misspelt_confidence, static_cast<float>(match.edits))};
    }
    return best;
}

void GazetteerExtractor::extract(const Utterance& utterance, std::vector<Entity>& found) const {
    for_each_match(
        utterance.text,
        [&](std::span<const Word> words, std::size_t at) { return match_at(words, at, utterance.locale); },
        [&](const Match& match, const TextSpan& span) {
            found.push_back({kind_, span, SlotValue(*match.value), match.confidence});
        });
}

PatternExtractor::PatternExtractor(const EntitySpec& spec, Findings& findings) : kind_(spec.kind) {
    for (const auto& [language, words] : spec.except) {
        for (const std::string& word : words) except_[language].insert(fold(word));
    }
    for (const auto& [language, expressions] : spec.patterns) {
        for (const std::string& expression : expressions) {
            Result<TextPattern> pattern = TextPattern::compile(expression, LetterCase::counts);
            if (pattern) {
                patterns_[language].push_back(std::move(*pattern));
            } else {
                findings.error("E0301", spec.file, spec.position, pattern.error().detail);
            }
        }
    }
}

bool PatternExtractor::is_excepted(const std::string& value, const std::string& language) const {
    const auto words = except_.find(language);
    return words != except_.end() && words->second.contains(fold(value.substr(0, value.find(' '))));
}

void PatternExtractor::extract(const Utterance& utterance, std::vector<Entity>& found) const {
    for (const std::string& language : languages_of(utterance.locale)) {
        const auto patterns = patterns_.find(language);
        if (patterns == patterns_.end()) continue;
        for (const TextPattern& pattern : patterns->second) {
            for (const PatternMatch& match : pattern.find_all(utterance.text)) {
                std::string value = utterance.text.substr(match.value.begin, match.value.length());
                if (is_excepted(value, language)) continue;
                found.push_back({kind_, match.value, SlotValue(std::move(value)), pattern_confidence});
            }
        }
    }
}

}  // namespace parlance::nlu
