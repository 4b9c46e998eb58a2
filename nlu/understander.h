#pragma once

#include <memory>
#include <vector>

#include "intents/pack.h"
#include "intents/pack_source.h"
#include "nlu/ambiguous_phrases.h"
#include "nlu/entity_extractor.h"
#include "nlu/entity_roles.h"
#include "nlu/intent_classifier.h"
#include "nlu/multi_intent.h"
#include "nlu/negation_reader.h"
#include "nlu/sentiment_analyzer.h"
#include "nlu/topic_tagger.h"

namespace parlance::nlu {

// What the dialogue is waiting for; biases recognition. Empty when it waits for nothing.
struct Context {
    std::vector<EntityKind> expected_entities;  // the asked slot's kinds, first claim on a span
    std::vector<IntentName> expected_intents;   // what the open prompt offers (yes, no, a flow's own intents)
};

// Utterance -> Understanding: intents, entities, sentiment, topics, key phrases, clauses.
// Immutable; safe to call from several threads.
class Understander {
public:
    Understander(std::shared_ptr<const IntentClassifier> classifier,
                 std::vector<std::unique_ptr<const EntityExtractor>> extractors, SentimentAnalyzer sentiment,
                 TopicTagger topics, NegationReader negation = {}, AmbiguousPhrases ambiguous = {},
                 MultiIntentReader multi_intent = {}, EntityRoles roles = {});

    // Never fails: what cannot be recognised is out_of_scope with no entities.
    Understanding understand(const Utterance& utterance, const Context& context) const;

    const IntentClassifier& classifier() const { return *classifier_; }

private:
    std::vector<IntentScore> intents_of(const Utterance& utterance) const;
    std::vector<Entity> entities_of(const Utterance& utterance, const Context& context) const;
    bool declines_best(const Understanding& understanding) const;

    std::shared_ptr<const IntentClassifier> classifier_;
    std::vector<std::unique_ptr<const EntityExtractor>> extractors_;
    SentimentAnalyzer sentiment_;
    TopicTagger topics_;
    NegationReader negation_;
    AmbiguousPhrases ambiguous_;
    MultiIntentReader multi_intent_;
    EntityRoles roles_;
};

// The extractors of a pack: its gazetteers and patterns, then money, percent, duration, dates, email,
// phone, numbers. The pack is only read during the call.
std::vector<std::unique_ptr<const EntityExtractor>> make_extractors(const Pack& pack);

// What was trained for a pack; null for what was not.
struct Classifiers {
    std::shared_ptr<const IntentClassifier> intents = nullptr;
    std::shared_ptr<const IntentClassifier> sentiment = nullptr;  // without it feelings are read by lexicon
};

// Puts a pack's understander together around classifiers; that of the intents must be there. Reads
// sentiment.json from `source`; problems go to `findings` (E03xx).
Understander make_understander(const Pack& pack, const PackSource& source, Classifiers classifiers,
                               Findings& findings);

}  // namespace parlance::nlu
