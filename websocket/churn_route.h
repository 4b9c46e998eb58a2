#pragma once

#include "websocket/http_routes.h"

namespace parlance::websocket {

// GET /v1/churn/alerts: the customers who are likely to leave, for the bank's own systems (bank_access.h).
// 404 without a churn model. Never throws.
HttpResponse list_churn_alerts(const HttpSite& site, const HttpRequest& request);

}  // namespace parlance::websocket
