#include <cmath>
#include <nlohmann/json.hpp>

#include "personalization/cloud_event.h"
#include "websocket/user_records.h"

namespace parlance::websocket {

namespace {

using Json = nlohmann::ordered_json;

// Unknown numbers are null.
Json to_object(const std::vector<personalization::NamedValue>& values) {
    Json object = Json::object();
    for (const auto& [name, value] : values)
        object[std::string(name)] = std::isfinite(value) ? Json(value) : Json(nullptr);
    return object;
}

Json to_object(const ExportedConversation& conversation) {
    Json said = Json::array();
    for (const HistoryItem& item : conversation.said) {
        said.push_back({{"role", item.from_customer ? "customer" : "assistant"},
                        {"text", item.text},
                        {"ts", to_rfc3339(item.at)}});
    }
    Json events = Json::array();
    for (const std::string& event : conversation.events) events.push_back(Json::parse(event));
    return {{"id", conversation.id.text}, {"said", std::move(said)}, {"events", std::move(events)}};
}

}  // namespace

std::string to_json(const UserExport& records) {
    Json json = {{"customer", records.customer.text}, {"exported", to_rfc3339(records.at)}};
    auto& behavior = json["behavior"] = Json::array();
    for (const auto& event : records.behavior) behavior.push_back(Json::parse(to_cloud_event(event)));
    json["state"] = to_object(records.state);
    auto& letters = json["dead_letters"] = Json::array();
    for (const auto& letter : records.dead_letters)
        letters.push_back({{"reason", to_text(letter.reason)}, {"text", letter.text}});
    auto& conversations = json["conversations"] = Json::array();
    for (const auto& conversation : records.conversations) conversations.push_back(to_object(conversation));
    auto& recommendations = json["recommendations"] = Json::array();
    for (const auto& entry : records.recommendations) recommendations.push_back(Json::parse(entry));
    auto& outreach = json["outreach"] = Json::array();
    for (const auto& entry : records.outreach) outreach.push_back(Json::parse(to_json_text(entry)));
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string to_json(const UserErasure& erasure) {
    const Json json = {{"customer", erasure.customer.text},
                       {"behavior_events", erasure.behavior_events},
                       {"dead_letters", erasure.dead_letters},
                       {"conversations", erasure.conversations},
                       {"sessions", erasure.sessions},
                       {"outreach", erasure.outreach},
                       {"audit_unlinked", erasure.audit_unlinked}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace parlance::websocket
