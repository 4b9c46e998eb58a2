#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/understanding.h"

namespace parlance::nlu {

// A training text that is like a message: what a decision rests on.
struct SimilarExample {
    IntentName intent;
    std::string text;
    float similarity = 0;  // in [-1, 1]; 1 for the same text
};

// Seam 1: a message's intents. In production a trained model (`TrainedClassifier`); keywords when
// none is trained (`KeywordClassifier`); fixed answers in tests.
class IntentClassifier {
public:
    virtual ~IntentClassifier() = default;

    // text: an utterance's text. Returns every known intent and out_of_scope, best first; the
    // confidences are calibrated and sum to 1. Never fails. Safe to call from several threads.
    virtual std::vector<IntentScore> classify(std::string_view text, const Locale& locale) const = 0;

    // The training texts most like this one, best first, at most `count`; empty when the classifier keeps
    // none. Never fails. Safe to call from several threads.
    virtual std::vector<SimilarExample> similar_examples(std::string_view text, std::size_t count) const {
        static_cast<void>(text);
        static_cast<void>(count);
        return {};
    }

    // The language that the text reads like, of those that training told apart; nothing when it told none.
    // Never fails. Safe to call from several threads.
    virtual std::optional<LanguageScore> language_of(std::string_view text) const {
        static_cast<void>(text);
        return std::nullopt;
    }

    // What is at work, for logs and --json: "linear+fasttext+encoder", "keywords".
    virtual std::string_view method() const = 0;
};

}  // namespace parlance::nlu
