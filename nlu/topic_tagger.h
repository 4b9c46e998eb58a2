#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "intents/pack.h"
#include "nlu/tokens.h"
#include "nlu/understanding.h"

namespace parlance::nlu {

// Tags an utterance with the pack's topics: by their phrases (whole words, longest first, inflected as they
// come) and by the recognised intent. "retirement planning and tax strategies" gives both.
// Immutable; safe to call from several threads.
class TopicTagger {
public:
    TopicTagger() = default;
    explicit TopicTagger(const Pack& pack);

    // best: the utterance's best intent. key_phrases: the utterance's (nlu/key_phrases.h); a topic that one
    // of them is about is named by it as a whole: "pension contributions" rather than "pension". Returns
    // topics that the words name before the one that only the intent implies, each part best first; empty
    // when none fits.
    std::vector<TopicScore> tag(std::string_view text, const Locale& locale, const IntentScore& best,
                                std::span<const KeyPhrase> key_phrases = {}) const;

private:
    // stems: never empty. is_noun: one word made a noun by its ending ("booking"), which the bare verb is
    // not.
    struct Phrase {
        std::vector<std::string> stems;
        bool is_noun = false;
        TopicName topic;
    };
    using Phrases = std::map<std::string, std::vector<Phrase>, std::less<>>;  // by the first stem

    struct Named;
    void find_named(const FoldedText& folded, const std::vector<Word>& words, const std::string& language,
                    std::vector<Named>& named) const;

    std::map<std::string, Phrases> phrases_;  // by language
    std::map<IntentName, TopicName> by_intent_;
};

}  // namespace parlance::nlu
