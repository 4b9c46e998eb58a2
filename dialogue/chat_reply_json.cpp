#include <nlohmann/json.hpp>

#include "dialogue/chat_reply.h"

namespace parlance::dialogue {
namespace {

using Json = nlohmann::ordered_json;

Json write(const std::vector<nlg::Fact>& facts) {
    Json list = Json::array();
    for (const auto& fact : facts) {
        list.push_back({{"name", fact.name.text}, {"value", to_text(fact.value)}, {"source", fact.source}});
    }
    return list;
}

Json write(const std::vector<nlg::SuggestedAction>& actions) {
    Json list = Json::array();
    for (const auto& action : actions) list.push_back({{"title", action.title}, {"payload", action.payload}});
    return list;
}

Json write(const std::vector<personalization::Recommendation>& offers) {
    Json list = Json::array();
    for (const auto& offer : offers) {
        Json reasons = Json::array();
        for (const auto& reason : offer.reasons) reasons.push_back(reason.text);
        list.push_back({{"id", offer.offer.text},
                        {"title", offer.title},
                        {"summary", offer.summary},
                        {"acceptance", offer.acceptance},
                        {"reasons", std::move(reasons)},
                        {"disclaimers", offer.disclaimers}});
    }
    return list;
}

Json write(const std::vector<nlg::Citation>& citations) {
    Json list = Json::array();
    for (const auto& citation : citations) {
        list.push_back({{"id", citation.id}, {"title", citation.title}, {"url", citation.url}});
    }
    return list;
}

Json write(const DialogueState& state) {
    const auto* frame = active_frame(state);
    Json slots = Json::object();
    if (frame != nullptr) {
        for (const auto& [slot, value] : frame->slots) slots[slot.text] = to_text(value);
    }
    return {{"flow", frame == nullptr ? "" : frame->flow.text},
            {"step", frame == nullptr ? "" : frame->step.text},
            {"phase", to_text(state.phase)},
            {"slots", std::move(slots)}};
}

Json write(const nlu::Sentiment& sentiment, const nlu::SentimentTrend& trend) {
    return {{"label", nlu::to_text(sentiment.label)},     {"score", sentiment.polarity},
            {"emotion", nlu::to_text(sentiment.emotion)}, {"confidence", sentiment.confidence},
            {"trend", nlu::to_text(trend.direction)},     {"mood", trend.mood}};
}

}  // namespace

std::string to_json(const TurnTaken& taken) {
    Json said = Json::array();
    for (const auto& name : taken.said) said.push_back(name.text);
    Json commands = Json::array();
    for (const auto& command : taken.turn.commands) commands.push_back(describe(command));
    Json intents = Json::array();
    for (const auto& score : taken.turn.understanding.intents) {
        if (intents.size() < 3)
            intents.push_back({{"name", score.intent.text}, {"confidence", score.confidence}});
    }
    const Json line{{"turn", taken.turn.number},
                    {"text", taken.turn.reply.text},
                    {"said", std::move(said)},
                    {"suggested_actions", write(taken.turn.reply.actions)},
                    {"recommendations", write(taken.turn.reply.recommendations)},
                    {"citations", write(taken.turn.reply.citations)},
                    {"facts", write(taken.facts)},
                    {"intents", std::move(intents)},
                    {"sentiment", write(taken.turn.understanding.sentiment, taken.turn.trend)},
                    {"commands", std::move(commands)},
                    {"state", write(taken.state)},
                    {"handed_off", taken.handed_off},
                    {"total_us", taken.timing.total.count()}};
    return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace parlance::dialogue
