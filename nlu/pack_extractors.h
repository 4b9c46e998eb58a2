#pragma once

#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "intents/findings.h"
#include "intents/pack.h"
#include "nlu/entity_extractor.h"
#include "nlu/near_phrases.h"
#include "nlu/phrase_table.h"
#include "nlu/text_pattern.h"

namespace parlance::nlu {

// Finds the values that a pack lists, by any of their synonyms in the utterance's language: whole words,
// longest first, letter case ignored; where there is none, a misspelt one (near_phrases.h), less surely. The
// value found is the canonical one.
class GazetteerExtractor final : public EntityExtractor {
public:
    // known: words that are no misspelt others.
    explicit GazetteerExtractor(const EntitySpec& spec, std::shared_ptr<const KnownWords> known = nullptr);
    void extract(const Utterance& utterance, std::vector<Entity>& found) const override;

private:
    EntityKind kind_;
    // What was found at a word, and how surely.
    struct Match {
        const std::string* value = nullptr;
        std::size_t words = 0;
        float confidence = 1;
    };
    Match match_at(std::span<const Word> words, std::size_t at, const Locale& locale) const;

    std::map<std::string, PhraseTable<std::string>> tables_;  // by language
    std::map<std::string, NearPhrases> near_;                 // likewise; empty unless fuzzy
    std::shared_ptr<const KnownWords> known_;
};

// Finds what a pack's patterns match. The value is the first group's text, as the customer wrote it.
class PatternExtractor final : public EntityExtractor {
public:
    // A pattern that does not compile is a finding (E0301) and is left out.
    PatternExtractor(const EntitySpec& spec, Findings& findings);
    void extract(const Utterance& utterance, std::vector<Entity>& found) const override;

private:
    EntityKind kind_;
    bool is_excepted(const std::string& value, const std::string& language) const;

    std::map<std::string, std::vector<TextPattern>> patterns_;          // by language
    std::map<std::string, std::set<std::string, std::less<>>> except_;  // folded first words, by language
};

}  // namespace parlance::nlu
