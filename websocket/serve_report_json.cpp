#include <nlohmann/json.hpp>

#include "websocket/serve_report.h"
#include "websocket/version.h"

namespace parlance::websocket {

std::string to_json(const ServeReport& report) {
    const nlohmann::ordered_json json = {{"url", report.url},
                                         {"chat_url", report.chat_url},
                                         {"embed", report.embed},
                                         {"pack", report.pack},
                                         {"model", report.model},
                                         {"intents", report.intents},
                                         {"customers", report.customers},
                                         {"demo", report.demo},
                                         {"version", version}};
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string describe(const ServeReport& report) {
    std::string text = "Parlance " + std::string(version) + " serves the pack \"" + report.pack +
                       "\": " + std::to_string(report.intents) + " intents (" + report.model + ")";
    if (report.demo) {
        text += ", " + std::to_string(report.customers) + " demo customers\n\n  Chat page   " + report.url;
    }
    text += "\n  WebSocket   " + report.chat_url;
    if (report.demo) text += "\n  Embed       " + report.embed;
    return text + "\n\nStop with Ctrl+C.";
}

}  // namespace parlance::websocket
