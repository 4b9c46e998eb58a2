#include "websocket/bank_access.h"

#include "intents/secret.h"

namespace parlance::websocket {

std::optional<HttpResponse> refuse_strangers(const HttpSite& site, const HttpRequest& request) {
    if (site.events_token.empty()) {
        if (request.from_loopback) return std::nullopt;
        return http_error(403, "forbidden", "This is for this machine only, or with a token.");
    }
    if (is_same_secret(request.authorization, "Bearer " + site.events_token)) return std::nullopt;
    auto response = http_error(401, "unauthorized", "This needs the right bearer token.");
    response.headers = {{"WWW-Authenticate", "Bearer"}};
    return response;
}

}  // namespace parlance::websocket
