#pragma once

#include <optional>

#include "dialogue/assistant.h"
#include "dialogue/command.h"
#include "nlu/understanding.h"

namespace parlance::dialogue {

// A passage of the knowledge that answers, and where it is from.
struct KnowledgeQuote {
    QuoteKnowledge command;
    nlg::Citation citation;
};

// What the knowledge says to a message that nothing else fits: a passage that holds at least six tenths of
// the message's content words, by their rarity (docs/knowledge.md has what that gives), of two words or more.
std::optional<KnowledgeQuote> quote_for(const Assistant& assistant, const nlu::Utterance& utterance,
                                        TimePoint now);

}  // namespace parlance::dialogue
