#include "websocket/outreach_route.h"

#include "websocket/bank_access.h"
#include "websocket/http_json.h"

namespace parlance::websocket {

namespace {

constexpr std::size_t most_entries = 200;

}  // namespace

HttpResponse list_outreach(const HttpSite& site, const HttpRequest& request) {
    if (auto refusal = refuse_strangers(site, request)) return std::move(*refusal);
    if (site.outreach == nullptr)
        return http_error(404, "not_found", "This server speaks only when spoken to (outreach.enabled).");
    const auto entries = site.outreach->newest(most_entries);
    if (!entries) return http_error(503, "busy", "The outreach cannot be read now. Please ask again.");
    return {200, "application/json", outreach_body(*entries), {}};
}

}  // namespace parlance::websocket
