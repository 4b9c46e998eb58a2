#include "websocket/churn_route.h"

#include "websocket/bank_access.h"
#include "websocket/http_json.h"

namespace parlance::websocket {

HttpResponse list_churn_alerts(const HttpSite& site, const HttpRequest& request) {
    if (auto refusal = refuse_strangers(site, request)) return std::move(*refusal);
    if (site.churn == nullptr)
        return http_error(404, "not_found", "No churn model is served (personalization.churn_model).");
    return {200, "application/json", churn_alerts_body(site.churn->open()), {}};
}

}  // namespace parlance::websocket
