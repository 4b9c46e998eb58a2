#pragma once

#include <span>
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

// How many events were counted, known before and refused, and why each of the refused ones was:
// {"accepted": 1, "repeated": 0, "dead": 1, "refused": [{"index": 1, "reason": "late", "message": ...}]}.
std::string receipts_body(std::span<const personalization::IngestReceipt> receipts);

// {"open": [{"customer": ..., "probability": 0.71, "horizon_days": 90, "raised": ..., "drivers": [...]}]}.
std::string churn_alerts_body(std::span<const personalization::ChurnAlert> alerts);

// {"outreach": [{"id": ..., "customer": ..., "rule": ..., "trigger": ..., "state": "waiting", "reason": ...,
// ...}]}.
std::string outreach_body(std::span<const personalization::OutreachEntry> entries);

}  // namespace parlance::websocket
