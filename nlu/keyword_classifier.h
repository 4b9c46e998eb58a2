#pragma once

#include <map>
#include <string>
#include <vector>

#include "intents/pack.h"
#include "nlu/intent_classifier.h"
#include "nlu/labelled_text.h"

namespace parlance::nlu {

// The classifier that needs no training: how much of a message's words, weighted by how rare they
// are, one of an intent's examples shares. Good enough to talk to a pack that was edited a second ago.
// Immutable; safe to call from several threads.
class KeywordClassifier final : public IntentClassifier {
public:
    explicit KeywordClassifier(const Pack& pack);
    explicit KeywordClassifier(const std::vector<LabelledText>& examples);

    std::vector<IntentScore> classify(std::string_view text, const Locale& locale) const override;
    std::string_view method() const override { return "keywords"; }

private:
    struct Example {
        std::size_t intent = 0;
        double weight = 0;  // of all its words
    };

    double weight_of(const std::string& word) const;

    std::vector<IntentName> intents_;
    std::vector<Example> examples_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> examples_with_;  // by word
};

}  // namespace parlance::nlu
