#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "intents/findings.h"
#include "intents/pack.h"
#include "nlu/entity_extractor.h"
#include "nlu/phrase_table.h"
#include "nlu/text_pattern.h"

namespace parlance::nlu {

// Finds the values that a pack lists, by any of their synonyms in the utterance's language: whole words,
// longest first, letter case ignored. The value found is the canonical one.
class GazetteerExtractor final : public EntityExtractor {
public:
    explicit GazetteerExtractor(const EntitySpec& spec);
    void extract(const Utterance& utterance, std::vector<Entity>& found) const override;

private:
    EntityKind kind_;
    std::map<std::string, PhraseTable<std::string>> tables_;  // by language
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
