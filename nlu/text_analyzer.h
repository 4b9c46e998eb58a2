#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "intents/locale.h"
#include "intents/result.h"
#include "nlu/pack_choice.h"
#include "nlu/understanding.h"

namespace parlance::nlu {

class Understander;

// What messages say, for programs that use the library: one message in, its sentiment, intent or topics out.
// Each call reads the whole message; `understand` gives everything at once. Copies share what they read with.
// Immutable; safe to call from several threads.
class TextAnalyzer {
public:
    // Fails as open_pack does.
    static Result<TextAnalyzer> open(const PackChoice& choice);

    // All of these fail with bad_text (not UTF-8, or over max_utterance_bytes) or empty_text.
    Result<Sentiment> analyze_sentiment(std::string_view message) const;
    Result<IntentScore> recognize_intent(std::string_view message) const;  // the best one
    Result<std::vector<TopicScore>> extract_topics(std::string_view message) const;
    Result<Understanding> understand(std::string_view message) const;

private:
    TextAnalyzer(std::shared_ptr<const Understander> understander, Locale language);

    std::shared_ptr<const Understander> understander_;
    Locale language_;
};

}  // namespace parlance::nlu
