#include <nlohmann/json.hpp>

#include "websocket/server_frame.h"

namespace parlance::websocket {

namespace {

using Json = nlohmann::ordered_json;

Json intent(const nlu::Understanding& understanding) {
    Json ranking = Json::array();
    constexpr std::size_t shown = 5;
    for (const auto& score : understanding.intents) {
        if (ranking.size() == shown) break;
        ranking.push_back({{"name", score.intent.text}, {"confidence", score.confidence}});
    }
    Json result = ranking.empty() ? Json{{"name", ""}, {"confidence", 0}} : ranking.front();
    result["ranking"] = std::move(ranking);
    return result;
}

// start and end: bytes of the text.
Json entities(const nlu::Understanding& understanding) {
    Json list = Json::array();
    const auto& text = understanding.utterance.text;
    for (const auto& entity : understanding.entities) {
        const bool inside = entity.span.begin <= entity.span.end && entity.span.end <= text.size();
        list.push_back({{"type", entity.kind.text},
                        {"value", to_text(entity.value)},
                        {"text", inside ? text.substr(entity.span.begin, entity.span.length()) : ""},
                        {"start", entity.span.begin},
                        {"end", entity.span.end},
                        {"confidence", entity.confidence}});
    }
    return list;
}

void write_understanding(const nlu::Understanding& understanding, Json& json) {
    json["intent"] = intent(understanding);
    json["entities"] = entities(understanding);
    json["sentiment"] = {{"label", nlu::to_text(understanding.sentiment.label)},
                         {"score", understanding.sentiment.polarity},
                         {"emotion", nlu::to_text(understanding.sentiment.emotion)},
                         {"confidence", understanding.sentiment.confidence}};
    Json topics = Json::array();
    for (const auto& topic : understanding.topics) {
        topics.push_back({{"name", topic.topic.text}, {"score", topic.confidence}});
    }
    json["topics"] = std::move(topics);
    Json phrases = Json::array();
    for (const auto& phrase : understanding.key_phrases) {
        phrases.push_back({{"phrase", phrase.phrase}, {"score", phrase.score}});
    }
    json["key_phrases"] = std::move(phrases);
    Json clauses = Json::array();
    for (const auto& clause : understanding.clauses) {
        clauses.push_back({{"start", clause.span.begin},
                           {"end", clause.span.end},
                           {"intent", clause.best().intent.text},
                           {"confidence", clause.best().confidence}});
    }
    json["clauses"] = std::move(clauses);
    json["lang"] = understanding.utterance.locale.tag;
    if (understanding.language) {
        json["detected_language"] = {{"tag", understanding.language->tag},
                                     {"confidence", understanding.language->confidence}};
    }
}

double in_ms(std::chrono::microseconds spent) {
    return static_cast<double>(spent.count()) / 1000;
}

}  // namespace

std::string to_json(const Analysis& frame, const Envelope& envelope) {
    Json json = Json::object();
    json["type"] = "analysis";
    json["re"] = frame.re;
    write_understanding(frame.understanding, json);
    json["sentiment"]["trend"] = nlu::to_text(frame.trend.direction);
    json["sentiment"]["mood"] = frame.trend.mood;
    json["commands"] = frame.commands;
    json["said"] = frame.observed.said;
    json["state"] = {
        {"flow", frame.observed.flow}, {"step", frame.observed.step}, {"phase", frame.observed.phase}};
    Json slots = Json::object();
    for (const auto& [name, value] : frame.observed.slots) slots[name] = value;
    json["slots"] = std::move(slots);
    Json facts = Json::array();
    for (const auto& fact : frame.facts) {
        facts.push_back({{"name", fact.name.text}, {"value", to_text(fact.value)}, {"source", fact.source}});
    }
    json["facts"] = std::move(facts);
    json["offers"] = frame.observed.offers;
    const auto& timing = frame.timing;
    json["timing_ms"] = {{"nlu", in_ms(timing.understand)},
                         {"policy", in_ms(timing.decide)},
                         {"personalize", in_ms(timing.personalize)},
                         {"render", in_ms(timing.generate)},
                         {"store", in_ms(timing.store)},
                         {"total", in_ms(timing.total)}};
    if (envelope.seq) json["seq"] = *envelope.seq;
    if (envelope.at) json["ts"] = to_rfc3339(*envelope.at);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_json(const nlu::Understanding& understanding) {
    Json json = Json::object();
    json["text"] = understanding.utterance.text;
    write_understanding(understanding, json);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace parlance::websocket
