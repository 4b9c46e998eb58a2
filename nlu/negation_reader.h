#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intents/findings.h"
#include "intents/locale.h"
#include "intents/pack_source.h"
#include "nlu/entity_extractor.h"

namespace parlance::nlu {

// One language's words of saying no, as negation.json gives them; all folded.
struct NegationWords {
    std::vector<std::string> no;              // first words that turn down what was said: "no", "nope"
    std::vector<std::string> declines;        // phrases in front of what is not wanted: "i don't want to"
    std::vector<std::string> declines_after;  // and behind it: "will ich nicht"
    std::vector<std::string>
        except_before;  // words after which a `declines` phrase is a complaint: "be", "lose"
    std::vector<std::string> takes_back;  // words between a value and the one that takes its place: "make it"
};

// Finds what a message turns down. A flat list of phrases, not a parser: whether the words that are left
// name a task is for the classifier to say (Understander). Immutable; safe to call from several threads.
class NegationReader {
public:
    NegationReader() = default;
    explicit NegationReader(std::map<Locale, NegationWords> words) : words_(std::move(words)) {}

    // Reads negation.json; a pack without one turns nothing down. Findings: E033x.
    static NegationReader load(const PackSource& source, Findings& findings);

    // "No, from my savings account": the message begins by turning down what was said before.
    bool begins_with_no(std::string_view text, const Locale& locale) const;

    // "I don't want to transfer money" -> "transfer money": what the message says it does not want, folded.
    std::optional<std::string> declined(std::string_view text, const Locale& locale) const;

    // "Send 50, no, make it 60": leaves out values that the message itself takes back, where one of the same
    // kind (an amount and a number are) comes behind such words. A single word counts behind a comma or
    // right in front of the new value.
    void drop_taken_back(const Utterance& utterance, std::vector<Entity>& entities) const;

private:
    const NegationWords* words_of(const Locale& locale) const;

    std::map<Locale, NegationWords> words_;
};

}  // namespace parlance::nlu
