#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "intents/findings.h"
#include "intents/pack_source.h"
#include "nlu/intent_classifier.h"
#include "nlu/understanding.h"

namespace parlance::nlu {

// One language's words of feeling, as sentiment.json gives them; keys are folded.
struct SentimentLexicon {
    std::map<std::string, double, std::less<>> words;  // phrase of 1-3 words -> polarity -1 .. +1
    std::vector<std::string> negations;
    std::map<std::string, double, std::less<>> intensifiers;  // and diminishers: factor on the next word
    std::map<std::string, Emotion, std::less<>> emotions;     // phrase -> emotion
};

// Polarity and emotion of a message.
//
// With a classifier: what it says, its odds shifted by the emoji, which it does not read. Without one, or for
// a message of emoji alone: by lexicon, with negation and intensifiers in a window of three words (Taboada et
// al. 2011, SO-CAL, in a small form); confidence grows with the share of words that carry feeling.
// Immutable; safe to call from several threads.
class SentimentAnalyzer {
public:
    SentimentAnalyzer() = default;
    SentimentAnalyzer(std::map<Locale, SentimentLexicon> lexicons, std::map<std::string, double> emoji);

    // Reads sentiment.json; a pack without one gets an analyzer that always answers neutral.
    static SentimentAnalyzer load(const PackSource& source, Findings& findings);

    // Reads with a classifier whose classes are feelings (nlu/feeling.h); null for the lexicon.
    void use(std::shared_ptr<const IntentClassifier> classifier) { classifier_ = std::move(classifier); }

    Sentiment analyze(std::string_view text, const Locale& locale) const;

private:
    Sentiment by_classifier(std::string_view text, const Locale& locale, double emoji) const;
    Sentiment by_lexicon(const std::string& folded, const Locale& locale, double emoji) const;

    std::shared_ptr<const IntentClassifier> classifier_;
    std::map<Locale, SentimentLexicon> lexicons_;
    std::map<std::string, double> emoji_;
};

}  // namespace parlance::nlu
