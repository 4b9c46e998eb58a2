#include "nlu/understander.h"

#include <algorithm>
#include <cmath>

#include "nlu/key_phrases.h"

namespace parlance::nlu {

namespace {

// What the open prompt offers is more likely than the classifier, which does not know the prompt, thinks:
// e^1.5 times the odds. A plain "yes" becomes certain; a clear other wish still wins.
constexpr double expected_log_odds = 1.5;

void favour_expected(std::vector<IntentScore>& intents, const std::vector<IntentName>& expected) {
    if (expected.empty()) return;
    double sum = 0;
    for (IntentScore& score : intents) {
        const bool offered = std::find(expected.begin(), expected.end(), score.intent) != expected.end();
        if (offered) score.confidence *= static_cast<float>(std::exp(expected_log_odds));
        sum += score.confidence;
    }
    if (sum <= 0) return;
    for (IntentScore& score : intents) score.confidence = static_cast<float>(score.confidence / sum);
    std::stable_sort(intents.begin(), intents.end(), [](const IntentScore& left, const IntentScore& right) {
        return left.confidence > right.confidence;
    });
}

bool overlap(const TextSpan& left, const TextSpan& right) {
    return left.begin < right.end && right.begin < left.end;
}

// Keeps the entities that claim their span first: expected kinds, then the longer, then the order found.
std::vector<Entity> settle(std::vector<Entity> found, const std::vector<EntityKind>& expected) {
    const auto is_expected = [&](const Entity& entity) {
        return std::any_of(expected.begin(), expected.end(),
                           [&](const EntityKind& kind) { return serves(entity.kind, kind); });
    };
    std::stable_sort(found.begin(), found.end(), [&](const Entity& left, const Entity& right) {
        if (is_expected(left) != is_expected(right)) return is_expected(left);
        return left.span.length() > right.span.length();
    });
    std::vector<Entity> kept;
    for (Entity& entity : found) {
        const bool free = std::none_of(kept.begin(), kept.end(),
                                       [&](const Entity& other) { return overlap(other.span, entity.span); });
        if (free) kept.push_back(std::move(entity));
    }
    std::sort(kept.begin(), kept.end(),
              [](const Entity& left, const Entity& right) { return left.span < right.span; });
    return kept;
}

}  // namespace

Understander::Understander(std::shared_ptr<const IntentClassifier> classifier,
                           std::vector<std::unique_ptr<const EntityExtractor>> extractors,
                           SentimentAnalyzer sentiment, TopicTagger topics, NegationReader negation,
                           AmbiguousPhrases ambiguous, MultiIntentReader multi_intent, EntityRoles roles)
    : classifier_(std::move(classifier)),
      extractors_(std::move(extractors)),
      sentiment_(std::move(sentiment)),
      topics_(std::move(topics)),
      negation_(std::move(negation)),
      ambiguous_(std::move(ambiguous)),
      multi_intent_(std::move(multi_intent)),
      roles_(std::move(roles)) {}

// What the pack calls ambiguous is as likely to mean each of its tasks.
std::vector<IntentScore> Understander::intents_of(const Utterance& utterance) const {
    const auto meanings = ambiguous_.meanings_of(utterance.text, utterance.locale);
    std::vector<IntentScore> intents;
    for (const auto& meaning : meanings)
        intents.push_back({meaning, 1.0F / static_cast<float>(meanings.size())});
    if (intents.empty()) intents = classifier_->classify(utterance.text, utterance.locale);
    if (intents.empty()) intents.push_back({out_of_scope_intent(), 1});
    return intents;
}

// The task is declined when the words behind "I don't want to" name it by themselves: "I don't want to be
// charged" asks for something else than being charged.
bool Understander::declines_best(const Understanding& understanding) const {
    const auto& utterance = understanding.utterance;
    const auto declined = negation_.declined(utterance.text, utterance.locale);
    if (!declined) return false;
    const auto intents = classifier_->classify(*declined, utterance.locale);
    return !intents.empty() && intents.front().intent == understanding.best().intent;
}

std::vector<Entity> Understander::entities_of(const Utterance& utterance, const Context& context) const {
    std::vector<Entity> found;
    for (const auto& extractor : extractors_) extractor->extract(utterance, found);
    auto entities = settle(std::move(found), context.expected_entities);
    roles_.assign(utterance, entities);
    negation_.drop_taken_back(utterance, entities);
    return entities;
}

Understanding Understander::understand(const Utterance& utterance, const Context& context) const {
    Understanding result;
    result.utterance = utterance;
    result.intents = intents_of(utterance);
    favour_expected(result.intents, context.expected_intents);
    result.entities = entities_of(utterance, context);
    result.language = classifier_->language_of(utterance.text);
    result.sentiment = sentiment_.analyze(utterance.text, utterance.locale);
    result.key_phrases = find_key_phrases(utterance.text, utterance.locale);
    result.topics = topics_.tag(utterance.text, utterance.locale, result.best(), result.key_phrases);
    result.begins_with_no = negation_.begins_with_no(utterance.text, utterance.locale);
    result.declines = declines_best(result);
    if (!result.declines) result.clauses = multi_intent_.read(utterance, result.intents, *classifier_);
    return result;
}

}  // namespace parlance::nlu
