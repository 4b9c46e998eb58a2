#pragma once

#include <string>
#include <string_view>

#include "intents/result.h"
#include "websocket/http_routes.h"

namespace parlance::websocket {

// Bodies of the HTTP surface.

std::string error_body(std::string_view code, std::string_view message);
std::string health_body();
std::string readiness_body(const Readiness& readiness);

struct ParseRequest {
    std::string text;
    std::string language;
};

// Reads {"text": ..., "lang": ...}. Fails with bad_json or bad_request; the detail may be shown to the
// caller.
Result<ParseRequest> read_parse_request(std::string_view body);

}  // namespace parlance::websocket
