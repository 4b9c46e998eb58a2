#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "websocket/server_frame.h"

namespace parlance::websocket {

namespace {

using Json = nlohmann::ordered_json;

// "/intent" or plain text: pressed, it is sent back as the payload.
Json suggested_actions(const nlg::Reply& reply) {
    Json list = Json::array();
    for (std::size_t i = 0; i < reply.actions.size(); ++i) {
        list.push_back({{"id", "a" + std::to_string(i + 1)},
                        {"title", reply.actions[i].title},
                        {"payload", reply.actions[i].payload},
                        {"type", "postback"}});
    }
    return list;
}

Json explanation(const std::vector<personalization::Reason>& reasons) {
    Json factors = Json::array();
    for (const auto& reason : reasons) {
        factors.push_back({{"label", reason.text},
                           {"weight", std::abs(reason.weight)},
                           {"direction", reason.weight < 0 ? "-" : "+"}});
    }
    return {{"text", reasons.empty() ? "" : reasons.front().text}, {"factors", std::move(factors)}};
}

Json recommendations(const nlg::Reply& reply) {
    Json list = Json::array();
    for (const auto& offer : reply.recommendations) {
        Json actions = Json::array();
        if (!offer.start.empty())
            actions.push_back({{"title", offer.title}, {"payload", "/" + offer.start.text}});
        list.push_back({{"id", offer.offer.text},
                        {"kind", personalization::to_text(offer.kind)},
                        {"title", offer.title},
                        {"summary", offer.summary},
                        {"score", offer.acceptance},
                        {"explanation", explanation(offer.reasons)},
                        {"disclaimers", offer.disclaimers},
                        {"actions", std::move(actions)}});
    }
    return list;
}

Json citations(const nlg::Reply& reply) {
    Json list = Json::array();
    for (const auto& citation : reply.citations) {
        Json item = {{"id", citation.id}, {"title", citation.title}, {"snippet", citation.snippet}};
        if (!citation.url.empty()) item["url"] = citation.url;
        list.push_back(std::move(item));
    }
    return list;
}

// What each type adds to the envelope; an analysis is written by analysis_json.cpp.
struct FrameWriter {
    Json& json;

    void operator()(const Welcome& frame) const {
        json["type"] = "welcome";
        json["session"] = frame.session;
        json["conversation"] = frame.conversation;
        json["protocol"] = "parlance.v1";
        json["resumed"] = frame.resumed;
        json["ping_s"] = frame.ping_s;
        json["max_bytes"] = frame.max_bytes;
        json["user"] = {{"id", frame.user_id}, {"name", frame.user_name}};
        if (frame.demo) json["demo"] = true;
        if (frame.history.empty()) return;
        Json history = Json::array();
        for (const auto& item : frame.history) {
            history.push_back({{"role", item.from_customer ? "user" : "assistant"},
                               {"id", item.id},
                               {"text", item.text},
                               {"ts", to_rfc3339(item.at)}});
        }
        json["history"] = std::move(history);
    }
    void operator()(const Ack& frame) const {
        json["type"] = "ack";
        json["re"] = frame.re;
        json["message_id"] = frame.re;
    }
    void operator()(const Typing& frame) const {
        json["type"] = "typing";
        json["on"] = frame.on;
        json["role"] = "assistant";
    }
    void operator()(const ReplyMessage& frame) const {
        json["type"] = "message";
        if (frame.trigger.empty()) {
            json["id"] = frame.re + ".reply";
            json["re"] = frame.re;
        } else {
            json["id"] = frame.re;
            json["proactive"] = frame.trigger;
        }
        json["role"] = "assistant";
        json["text"] = frame.reply.text;
        if (!frame.reply.actions.empty()) json["suggested_actions"] = suggested_actions(frame.reply);
        if (!frame.reply.recommendations.empty()) json["recommendations"] = recommendations(frame.reply);
        if (!frame.reply.citations.empty()) json["citations"] = citations(frame.reply);
        json["turn"] = frame.turn;
        json["final"] = true;
    }
    void operator()(const Analysis&) const {}
    void operator()(const Handoff& frame) const {
        json["type"] = "handoff";
        json["re"] = frame.re;
        json["state"] = "requested";
        json["queue"] = frame.queue;
    }
    void operator()(const ErrorFrame& frame) const {
        json["type"] = "error";
        if (!frame.re.empty()) json["re"] = frame.re;
        json["code"] = to_text(frame.code);
        json["message"] = frame.message;
        json["retryable"] = frame.retryable;
        if (frame.retry_after_s) json["retry_after_s"] = *frame.retry_after_s;
    }
    void operator()(const Bye& frame) const {
        json["type"] = "bye";
        json["reason"] = frame.reason;
        json["reconnect"] = frame.reconnect;
    }
    void operator()(const Pong& frame) const {
        json["type"] = "pong";
        if (!frame.re.empty()) json["re"] = frame.re;
    }
};

}  // namespace

std::string to_json(const ServerFrame& frame, const Envelope& envelope) {
    if (const auto* analysis = std::get_if<Analysis>(&frame)) return to_json(*analysis, envelope);
    Json json = Json::object();
    std::visit(FrameWriter{json}, frame);
    if (envelope.seq) json["seq"] = *envelope.seq;
    if (envelope.at) json["ts"] = to_rfc3339(*envelope.at);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace parlance::websocket
