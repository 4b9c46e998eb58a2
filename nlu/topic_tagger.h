#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "intents/pack.h"
#include "nlu/understanding.h"

namespace parlance::nlu {

// Tags an utterance with the pack's topics: by their phrases (whole words, longest first) and by
// the recognised intent. "retirement planning and tax strategies" gives both.
// Immutable; safe to call from several threads.
class TopicTagger {
public:
    TopicTagger() = default;
    explicit TopicTagger(const Pack& pack);

    // best: the utterance's best intent. Returns topics best first; empty when none fits.
    std::vector<TopicScore> tag(std::string_view text, const Locale& locale, const IntentScore& best) const;

private:
    std::map<std::string, std::map<std::string, TopicName, std::less<>>> phrases_;  // by language
    std::map<IntentName, TopicName> by_intent_;
};

}  // namespace parlance::nlu
