#include "websocket/http_json.h"

#include <map>
#include <nlohmann/json.hpp>

#include "websocket/version.h"

namespace parlance::websocket {

using Json = nlohmann::ordered_json;

std::string error_body(std::string_view code, std::string_view message) {
    const Json json = {{"error", {{"code", code}, {"message", message}}}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string health_body() {
    const Json json = {{"status", "alive"}, {"version", version}};
    return json.dump();
}

std::string readiness_body(const Readiness& readiness) {
    const Json json = {{"ready", readiness.reasons.empty()}, {"reasons", readiness.reasons}};
    return json.dump();
}

Result<ParseRequest> read_parse_request(std::string_view body) {
    const auto json = Json::parse(body, nullptr, false);
    if (json.is_discarded()) return Error{ErrorCode::bad_json, "The body is not JSON."};
    if (!json.is_object()) return Error{ErrorCode::bad_request, "A JSON object was expected."};
    ParseRequest request;
    const auto text = json.find("text");
    if (text == json.end() || !text->is_string())
        return Error{ErrorCode::bad_request, "\"text\" must be a text."};
    request.text = text->get<std::string>();
    if (const auto language = json.find("lang"); language != json.end()) {
        if (!language->is_string()) return Error{ErrorCode::bad_request, "\"lang\" must be a text."};
        request.language = language->get<std::string>();
    }
    return request;
}

std::string receipts_body(std::span<const personalization::IngestReceipt> receipts) {
    using Outcome = personalization::IngestReceipt::Outcome;
    std::map<Outcome, std::size_t> counts;
    Json refused = Json::array();
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        ++counts[receipts[i].outcome];
        if (receipts[i].outcome != Outcome::dead) continue;
        refused.push_back(
            {{"index", i}, {"reason", to_text(*receipts[i].reason)}, {"message", receipts[i].detail}});
    }
    const Json json = {{"accepted", counts[Outcome::accepted]},
                       {"repeated", counts[Outcome::repeated]},
                       {"dead", counts[Outcome::dead]},
                       {"refused", std::move(refused)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string churn_alerts_body(std::span<const personalization::ChurnAlert> alerts) {
    Json open = Json::array();
    for (const auto& alert : alerts) {
        Json drivers = Json::array();
        for (const auto& driver : alert.drivers)
            drivers.push_back({{"name", driver.name}, {"words", driver.words}, {"log_odds", driver.weight}});
        open.push_back({{"customer", alert.customer.text},
                        {"probability", alert.probability},
                        {"horizon_days", alert.horizon.count()},
                        {"raised", to_rfc3339(alert.raised)},
                        {"drivers", std::move(drivers)}});
    }
    return Json{{"open", std::move(open)}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string outreach_body(std::span<const personalization::OutreachEntry> entries) {
    Json list = Json::array();
    for (const auto& entry : entries) list.push_back(Json::parse(to_json_text(entry)));
    return Json{{"outreach", std::move(list)}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace parlance::websocket
