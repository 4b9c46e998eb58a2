#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "intents/findings.h"
#include "intents/locale.h"
#include "intents/money.h"
#include "intents/name.h"
#include "intents/pack_source.h"
#include "intents/result.h"

namespace parlance {

// `[Anna](payee)` inside an example: bytes of the stripped text.
struct ExampleAnnotation {
    std::size_t begin = 0;
    std::size_t end = 0;
    EntityKind entity;
};

// One training utterance, its annotations taken out of the text.
struct IntentExample {
    std::string text;
    std::vector<ExampleAnnotation> annotations;
    SourcePosition position;
};

struct IntentSpec {
    IntentName name;
    std::string description;
    TopicName topic;
    std::map<Locale, std::vector<IntentExample>> examples;
    std::string file;
};

// A value of an entity and the words that mean it, per language ("any" serves all).
struct EntityValueSpec {
    std::string value;
    std::map<std::string, std::vector<std::string>> synonyms;
};

// A kind of entity that the pack adds to the built-in ones (money, number, date, percent, duration,
// email, phone): a list of values, RE2 patterns, or both. A pattern's first group is the value; letter case
// counts unless the pattern says (?i). What a pattern takes for a value is dropped when its first word is in
// `except`. `roles` are words in front of a value that say what it is for: of the entity `account` with the
// role `from`, "from savings" is of the kind `account.from`.
struct EntitySpec {
    EntityKind kind;
    std::vector<EntityValueSpec> values;
    std::map<std::string, std::vector<std::string>> patterns;
    std::map<std::string, std::vector<std::string>> except;
    std::map<std::string, std::map<std::string, std::vector<std::string>>> roles;  // by role, then language
    bool is_fuzzy = true;  // misspelt values count, too
    std::string file;
    SourcePosition position;
};

// A topic of the pack's taxonomy: conversations are tagged with it.
struct TopicSpec {
    TopicName name;
    std::map<std::string, std::string> titles;
    std::vector<IntentName> intents;
    std::map<std::string, std::vector<std::string>> phrases;
};

// What the assistant is to understand. Flows, responses, offers and articles are read from the same
// PackSource by the layers that own their types.
struct Pack {
    std::string name;
    std::int64_t version = 1;
    std::vector<Locale> languages;  // the first is the default
    CurrencyCode currency;
    std::chrono::minutes session_expires_after{60};  // of silence; 0: never
    std::vector<IntentSpec> intents;
    std::vector<EntitySpec> entities;
    std::vector<TopicSpec> topics;

    const IntentSpec* find_intent(const IntentName& name) const;

    // The language that a tag names, or the first one when the tag is empty.
    // Fails with bad_request, naming the languages that the pack speaks.
    Result<Locale> language(std::string_view tag) const;
};

// The entity kinds that need no file in a pack.
const std::vector<std::string>& built_in_entity_kinds();

// Reads pack.json, intents/, entities/ and topics.json. Reports everything wrong in `findings` and
// returns what could be read; do not use it when findings.has_errors().
// Codes: E02xx; W01xx for lints (few examples, the same example under two intents, ...).
Pack load_pack(const PackSource& source, Findings& findings);

}  // namespace parlance
