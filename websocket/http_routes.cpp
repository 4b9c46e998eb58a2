#include "websocket/http_routes.h"

#include <algorithm>
#include <map>

#include "intents/secret.h"
#include "websocket/bank_access.h"
#include "websocket/churn_route.h"
#include "websocket/events_route.h"
#include "websocket/http_json.h"
#include "websocket/knowledge_route.h"
#include "websocket/outreach_route.h"
#include "websocket/server_frame.h"

namespace parlance::websocket {

namespace {

constexpr std::string_view page_without_bundle =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Parlance</title>"
    "<h1>Parlance is running</h1>"
    "<p>This program was built without the chat page (PARLANCE_WEB=OFF). "
    "The WebSocket is at <code>/v1/chat</code>.</p></html>";

std::string_view content_type(std::string_view name) {
    if (name.ends_with(".html")) return "text/html; charset=utf-8";
    if (name.ends_with(".css")) return "text/css; charset=utf-8";
    if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
    if (name.ends_with(".svg")) return "image/svg+xml";
    return "application/octet-stream";
}

HttpResponse page(std::string_view name, std::string_view content, const HttpRequest& request) {
    const std::string tag = "\"" + sha256_hex(content).substr(0, 32) + "\"";
    HttpResponse response{200, std::string(content_type(name)), std::string(content), {}};
    response.headers = {{"ETag", tag}, {"Cache-Control", "no-cache"}};
    if (request.if_none_match == tag) {
        response.status = 304;
        response.body.clear();
    }
    return response;
}

HttpResponse home(const HttpSite& site, const HttpRequest& request) {
    if (!site.show_page) return http_error(404, "not_found", "There is no page here.");
    const auto index = std::find_if(site.files.begin(), site.files.end(),
                                    [](const WebFile& f) { return f.name == "index.html"; });
    return page("index.html", index == site.files.end() ? page_without_bundle : index->content, request);
}

HttpResponse health(const HttpSite&, const HttpRequest&) {
    return {200, "application/json", health_body(), {}};
}

HttpResponse readiness(const HttpSite& site, const HttpRequest&) {
    const auto state = site.readiness();
    return {state.reasons.empty() ? 200 : 503, "application/json", readiness_body(state), {}};
}

HttpResponse metrics(const HttpSite& site, const HttpRequest& request) {
    if (!request.from_loopback) return http_error(403, "forbidden", "Metrics are for this machine only.");
    return {200, "text/plain; version=0.0.4; charset=utf-8", site.metrics.text(), {}};
}

HttpResponse comprehensive_metrics(const HttpSite& site, const HttpRequest& request) {
    if (auto refusal = refuse_strangers(site, request)) return std::move(*refusal);
    return {200, "application/json", to_json_text(site.metrics.comprehensive()), {}};
}

HttpResponse parse(const HttpSite& site, const HttpRequest& request) {
    const auto wanted = read_parse_request(request.body);
    if (!wanted) return http_error(400, to_text(wanted.error().code), wanted.error().detail);
    const auto understanding = site.parse(wanted->text, wanted->language);
    if (!understanding) {
        const auto frame = error_frame(understanding.error(), {});
        return http_error(400, to_text(frame.code), frame.message);
    }
    return {200, "application/json", to_json(*understanding), {}};
}

HttpResponse chat(const HttpSite&, const HttpRequest&) {
    auto response = http_error(426, "bad_request", "This is a WebSocket: connect with ws:// or wss://.");
    response.headers = {{"Upgrade", "websocket"}};
    return response;
}

struct Route {
    std::string_view method;
    HttpResponse (*answer)(const HttpSite&, const HttpRequest&);
};

const std::map<std::string, Route, std::less<>>& routes() {
    static const std::map<std::string, Route, std::less<>> table = {
        {"/", {"GET", home}},
        {"/healthz", {"GET", health}},
        {"/readyz", {"GET", readiness}},
        {"/metrics", {"GET", metrics}},
        {"/v1/parse", {"POST", parse}},
        {"/model/parse", {"POST", parse}},
        {"/v1/chat", {"GET", chat}},
        {"/v1/events", {"POST", take_events}},
        {"/v1/churn/alerts", {"GET", list_churn_alerts}},
        {"/v1/knowledge", {"POST", search_knowledge}},
        {"/v1/outreach", {"GET", list_outreach}},
        {"/v1/metrics", {"GET", comprehensive_metrics}},
    };
    return table;
}

HttpResponse wrong_method(std::string_view allowed) {
    auto response = http_error(405, "bad_request", "This address does not take that method.");
    response.headers = {{"Allow", allowed == "GET" ? "GET, HEAD" : std::string(allowed)}};
    return response;
}

}  // namespace

HttpResponse http_error(int status, std::string_view code, std::string_view message) {
    return {status, "application/json", error_body(code, message), {}};
}

std::vector<std::pair<std::string, std::string>> security_headers() {
    return {{"Content-Security-Policy",
             "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; style-src 'self'; "
             "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"},
            {"X-Content-Type-Options", "nosniff"},
            {"Referrer-Policy", "no-referrer"}};
}

HttpResponse answer(const HttpSite& site, const HttpRequest& request) {
    const std::string_view path = std::string_view(request.target).substr(0, request.target.find('?'));
    const bool is_get = request.method == "GET" || request.method == "HEAD";
    if (const auto route = routes().find(path); route != routes().end()) {
        const auto& [method, respond] = route->second;
        const bool fits = method == "GET" ? is_get : request.method == method;
        return fits ? respond(site, request) : wrong_method(method);
    }
    for (const auto& file : site.files) {
        if (path.empty() || path.substr(1) != file.name) continue;
        return is_get ? page(file.name, file.content, request) : wrong_method("GET");
    }
    return http_error(404, "not_found", "There is nothing at this address.");
}

}  // namespace parlance::websocket
