#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nlu/understanding.h"
#include "personalization/churn_watch.h"
#include "personalization/ingest/event_ingest.h"
#include "personalization/knowledge/knowledge_passage.h"
#include "personalization/storage/outreach_book.h"
#include "websocket/metrics.h"
#include "websocket/web_files.h"

namespace parlance::websocket {

// An HTTP request, as much of it as the routes need.
struct HttpRequest {
    std::string method;  // "GET"
    std::string target;  // path and query
    std::string if_none_match;
    std::string body;
    bool from_loopback = false;
    std::string content_type = {};
    std::string authorization = {};
};

struct HttpResponse {
    int status = 200;
    std::string content_type = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
};

// Whether the server can take messages, and if not, why.
struct Readiness {
    std::vector<std::string> reasons;  // "draining", "store"; empty: ready
};

// What the routes look at.
struct HttpSite {
    std::span<const WebFile> files;
    Metrics& metrics;
    std::function<Readiness()> readiness;
    // Understands one text in a language ("" for the default). Fails with bad_text or empty_text.
    std::function<Result<nlu::Understanding>(const std::string& text, const std::string& language)> parse;
    bool show_page = true;  // GET /: the demo's chat page
    personalization::EventIngest* events =
        nullptr;                    // takes POST /v1/events; without one there is no such route
    std::string events_token = {};  // who may send them
    personalization::ChurnWatch* churn = nullptr;             // behind GET /v1/churn/alerts
    std::function<void(const CustomerId&)> behaved = {};      // told of each customer whose events came
    const personalization::OutreachBook* outreach = nullptr;  // behind GET /v1/outreach
    // Behind POST /v1/knowledge: the passages that fit a text in a language ("" for the default).
    std::function<Result<std::vector<personalization::KnowledgePassage>>(const std::string& text,
                                                                         const std::string& language)>
        knowledge = {};
};

// Answers everything but the WebSocket: pages, health, metrics (to this machine only), POST /v1/parse and
// /v1/events. May block on the store: called on a worker thread. Never throws.
HttpResponse answer(const HttpSite& site, const HttpRequest& request);

// {"error":{"code":...,"message":...}} with this status.
HttpResponse http_error(int status, std::string_view code, std::string_view message);

// The headers that every answer carries: what a page of ours may load, and nothing else.
std::vector<std::pair<std::string, std::string>> security_headers();

}  // namespace parlance::websocket
