#include <cmath>
#include <nlohmann/json.hpp>

#include "websocket/log.h"

namespace parlance::websocket {

namespace {

std::string_view to_text(LogLevel level) {
    switch (level) {
        case LogLevel::debug: return "debug";
        case LogLevel::info: return "info";
        case LogLevel::warn: return "warn";
        case LogLevel::error: return "error";
        case LogLevel::off: return "off";
    }
    return "off";
}

}  // namespace

std::string to_json(const LogEvent& event, std::string_view at) {
    nlohmann::ordered_json json = {{"at", at}, {"level", to_text(event.level)}, {"event", event.event}};
    if (!event.conversation.empty()) json["conversation"] = event.conversation;
    if (event.turn) json["turn"] = *event.turn;
    if (event.ms) json["ms"] = std::round(*event.ms * 1000) / 1000;
    for (const auto& [name, value] : event.more) json[name] = value;
    return json.dump(-1, ' ', true, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace parlance::websocket
