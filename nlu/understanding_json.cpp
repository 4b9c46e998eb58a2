#include "nlu/understanding_json.h"

#include <nlohmann/json.hpp>

#include "nlu/understanding.h"

namespace parlance::nlu {

namespace {

using nlohmann::ordered_json;

// Truths and numbers as such; everything else in its spelling.
ordered_json value_of(const SlotValue& value) {
    if (const auto* truth = std::get_if<bool>(&value)) return *truth;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
    if (const auto* number = std::get_if<double>(&value)) return *number;
    return to_text(value);
}

ordered_json ranking_of(const Understanding& understanding, std::size_t ranked) {
    ordered_json ranking = ordered_json::array();
    for (const IntentScore& score : understanding.intents) {
        if (ranking.size() == ranked) break;
        ranking.push_back({{"name", score.intent.text}, {"confidence", score.confidence}});
    }
    return ranking;
}

ordered_json entities_of(const Understanding& understanding) {
    ordered_json entities = ordered_json::array();
    for (const Entity& entity : understanding.entities) {
        const std::string words =
            understanding.utterance.text.substr(entity.span.begin, entity.span.length());
        entities.push_back({{"type", entity.kind.text},
                            {"value", value_of(entity.value)},
                            {"text", words},
                            {"start", entity.span.begin},
                            {"end", entity.span.end},
                            {"confidence", entity.confidence}});
    }
    return entities;
}

ordered_json topics_of(const Understanding& understanding) {
    ordered_json topics = ordered_json::array();
    for (const TopicScore& score : understanding.topics) {
        topics.push_back({{"name", score.topic.text}, {"score", score.confidence}, {"phrase", score.phrase}});
    }
    return topics;
}

ordered_json key_phrases_of(const Understanding& understanding) {
    ordered_json phrases = ordered_json::array();
    for (const KeyPhrase& phrase : understanding.key_phrases) {
        phrases.push_back({{"phrase", phrase.phrase},
                           {"start", phrase.span.begin},
                           {"end", phrase.span.end},
                           {"score", phrase.score}});
    }
    return phrases;
}

ordered_json clauses_of(const Understanding& understanding) {
    ordered_json clauses = ordered_json::array();
    for (const Clause& clause : understanding.clauses) {
        clauses.push_back(
            {{"text", understanding.utterance.text.substr(clause.span.begin, clause.span.length())},
             {"start", clause.span.begin},
             {"end", clause.span.end},
             {"intent", {{"name", clause.best().intent.text}, {"confidence", clause.best().confidence}}}});
    }
    return clauses;
}

}  // namespace

std::string to_json_text(const Understanding& understanding, std::span<const SimilarExample> similar,
                         std::size_t ranked) {
    const Sentiment& sentiment = understanding.sentiment;
    ordered_json result{{"text", understanding.utterance.text},
                        {"lang", understanding.utterance.locale.tag},
                        {"intent",
                         {{"name", understanding.best().intent.text},
                          {"confidence", understanding.best().confidence},
                          {"ranking", ranking_of(understanding, ranked)}}},
                        {"entities", entities_of(understanding)},
                        {"sentiment",
                         {{"label", to_text(sentiment.label)},
                          {"score", sentiment.polarity},
                          {"emotion", to_text(sentiment.emotion)},
                          {"confidence", sentiment.confidence}}},
                        {"topics", topics_of(understanding)},
                        {"key_phrases", key_phrases_of(understanding)},
                        {"clauses", clauses_of(understanding)}};
    if (understanding.language) {
        result["detected_language"] = {{"tag", understanding.language->tag},
                                       {"confidence", understanding.language->confidence}};
    }
    for (const SimilarExample& example : similar) {
        result["similar"].push_back(
            {{"text", example.text}, {"intent", example.intent.text}, {"similarity", example.similarity}});
    }
    return result.dump(2, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace parlance::nlu
