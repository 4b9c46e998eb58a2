#pragma once

#include <string_view>
#include <vector>

#include "nlu/understanding.h"

namespace parlance::nlu {

// Seam 1: a message's intents. In production a trained model (`TrainedClassifier`); keywords when
// none is trained (`KeywordClassifier`); fixed answers in tests.
class IntentClassifier {
public:
    virtual ~IntentClassifier() = default;

    // text: an utterance's text. Returns every known intent and out_of_scope, best first; the
    // confidences are calibrated and sum to 1. Never fails. Safe to call from several threads.
    virtual std::vector<IntentScore> classify(std::string_view text, const Locale& locale) const = 0;

    // What is at work, for logs and --json: "linear+fasttext", "keywords".
    virtual std::string_view method() const = 0;
};

}  // namespace parlance::nlu
