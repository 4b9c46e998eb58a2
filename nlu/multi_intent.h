#pragma once

#include <set>
#include <span>
#include <vector>

#include "intents/pack.h"
#include "nlu/intent_classifier.h"
#include "nlu/understanding.h"

namespace parlance::nlu {

inline constexpr std::size_t most_clauses = 3;
inline constexpr float least_clause_confidence = 0.6F;

// Finds the requests of a message that holds several: "check my balance and then pay rent".
// Cuts only where the form of both sides allows it (nlu/clauses.h) and the classifier is sure of each; what
// it is not sure of stays with its neighbour. Immutable; safe to call from several threads.
class MultiIntentReader {
public:
    MultiIntentReader() = default;
    // Requests are the intents that a topic of the pack lists: "good morning. what is my balance" has one.
    explicit MultiIntentReader(const Pack& pack);

    // whole: the intents of the message as a whole, best first, never empty.
    // Returns two or three clauses in order, neighbours of different intents, or nothing when the message is
    // one request. A fourth request is left out.
    std::vector<Clause> read(const Utterance& utterance, std::span<const IntentScore> whole,
                             const IntentClassifier& classifier) const;

private:
    bool is_sure_request(const Clause& clause) const;

    std::set<IntentName> requests_;  // empty: every intent but out_of_scope
};

}  // namespace parlance::nlu
