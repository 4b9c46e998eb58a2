#include "websocket/events_route.h"

#include <span>
#include <vector>

#include "intents/secret.h"
#include "personalization/cloud_event.h"
#include "websocket/http_json.h"

namespace parlance::websocket {

namespace {

constexpr std::string_view event_type = "application/cloudevents+json";
constexpr std::string_view batch_type = "application/cloudevents-batch+json";

std::string_view media_type(std::string_view header) {
    const auto type = header.substr(0, header.find(';'));
    return type.substr(0, type.find_last_not_of(' ') + 1);
}

bool may_send(const HttpSite& site, const HttpRequest& request) {
    if (site.events_token.empty()) return request.from_loopback;
    return is_same_secret(request.authorization, "Bearer " + site.events_token);
}

HttpResponse unauthorized() {
    auto response = http_error(401, "unauthorized", "Events need the right bearer token.");
    response.headers = {{"WWW-Authenticate", "Bearer"}};
    return response;
}

HttpResponse counted(const HttpSite& site, std::span<const std::string_view> texts) {
    const auto receipts = site.events->track_texts(texts);
    if (!receipts) return http_error(503, "busy", "The events cannot be stored now. Please send them again.");
    for (const auto& receipt : *receipts) site.metrics.count_event(receipt);
    return {202, "application/json", receipts_body(*receipts), {}};
}

}  // namespace

HttpResponse take_events(const HttpSite& site, const HttpRequest& request) {
    if (site.events == nullptr) return http_error(404, "not_found", "There is nothing at this address.");
    if (!may_send(site, request)) {
        return site.events_token.empty()
                   ? http_error(403, "forbidden", "Events come from this machine only, or with a token.")
                   : unauthorized();
    }
    const auto type = media_type(request.content_type);
    if (type == event_type) {
        const std::string_view text = request.body;
        return counted(site, {&text, 1});
    }
    if (type != batch_type && type != "application/json")
        return http_error(415, "bad_request",
                          "The content type must be application/cloudevents+json or "
                          "application/cloudevents-batch+json.");
    const auto texts = personalization::texts_of_batch(request.body);
    if (!texts) return http_error(400, to_text(texts.error().code), texts.error().detail);
    return counted(site, *texts);
}

}  // namespace parlance::websocket
