#pragma once

#include <map>
#include <string>
#include <string_view>

#include "intents/findings.h"
#include "intents/pack_source.h"
#include "nlu/understanding.h"

namespace parlance::nlu {

// One language's words of feeling, as sentiment.json gives them; keys are folded.
struct SentimentLexicon {
    std::map<std::string, double, std::less<>> words;  // phrase of 1-3 words -> polarity -1 .. +1
    std::vector<std::string> negations;
    std::map<std::string, double, std::less<>> intensifiers;  // and diminishers: factor on the next word
    std::map<std::string, Emotion, std::less<>> emotions;     // phrase -> emotion
};

// Polarity and emotion by lexicon, with negation and intensifiers in a window of three words, and emoji.
// Method: Taboada et al. 2011 (SO-CAL) in a small form; confidence grows with the share of words that carry
// feeling. Immutable; safe to call from several threads.
class SentimentAnalyzer {
public:
    SentimentAnalyzer() = default;
    SentimentAnalyzer(std::map<Locale, SentimentLexicon> lexicons, std::map<std::string, double> emoji);

    // Reads sentiment.json; a pack without one gets an analyzer that always answers neutral.
    static SentimentAnalyzer load(const PackSource& source, Findings& findings);

    Sentiment analyze(std::string_view text, const Locale& locale) const;

private:
    std::map<Locale, SentimentLexicon> lexicons_;
    std::map<std::string, double> emoji_;
};

}  // namespace parlance::nlu
