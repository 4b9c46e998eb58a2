#pragma once

#include <optional>

#include "websocket/http_routes.h"

namespace parlance::websocket {

// Who may use the routes that are for the bank's own systems: with a token in the configuration whoever bears
// it, without one this machine. Gives the refusal of everybody else.
std::optional<HttpResponse> refuse_strangers(const HttpSite& site, const HttpRequest& request);

}  // namespace parlance::websocket
