#pragma once

#include "websocket/http_routes.h"

namespace parlance::websocket {

// GET /v1/outreach: what customers are to be told unasked, were told, and were not told and why, the newest
// 200; for the bank's own systems (bank_access.h). 404 where the server speaks only when spoken to. Never
// throws.
HttpResponse list_outreach(const HttpSite& site, const HttpRequest& request);

}  // namespace parlance::websocket
