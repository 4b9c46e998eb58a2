#pragma once

#include "websocket/http_routes.h"

namespace parlance::websocket {

// POST /v1/knowledge with {"text": ..., "lang": ...}: the passages of the pack's knowledge that fit a
// question best, with their sources (docs/knowledge.md). Never throws.
HttpResponse search_knowledge(const HttpSite& site, const HttpRequest& request);

}  // namespace parlance::websocket
