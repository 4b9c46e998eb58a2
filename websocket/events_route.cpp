#include "websocket/events_route.h"

#include <set>
#include <span>
#include <vector>

#include "personalization/cloud_event.h"
#include "websocket/bank_access.h"
#include "websocket/http_json.h"

namespace parlance::websocket {

namespace {

constexpr std::string_view event_type = "application/cloudevents+json";
constexpr std::string_view batch_type = "application/cloudevents-batch+json";

std::string_view media_type(std::string_view header) {
    const auto type = header.substr(0, header.find(';'));
    return type.substr(0, type.find_last_not_of(' ') + 1);
}

// Each customer once, however many of his events came.
void tell_of_customers(const HttpSite& site, std::span<const personalization::IngestReceipt> receipts) {
    if (!site.behaved) return;
    std::set<CustomerId> customers;
    for (const auto& receipt : receipts) {
        if (!receipt.customer.text.empty()) customers.insert(receipt.customer);
    }
    for (const CustomerId& customer : customers) site.behaved(customer);
}

HttpResponse counted(const HttpSite& site, std::span<const std::string_view> texts) {
    const auto receipts = site.events->track_texts(texts);
    if (!receipts) return http_error(503, "busy", "The events cannot be stored now. Please send them again.");
    for (const auto& receipt : *receipts) site.metrics.count_event(receipt);
    tell_of_customers(site, *receipts);
    return {202, "application/json", receipts_body(*receipts), {}};
}

}  // namespace

HttpResponse take_events(const HttpSite& site, const HttpRequest& request) {
    if (site.events == nullptr) return http_error(404, "not_found", "There is nothing at this address.");
    if (auto refusal = refuse_strangers(site, request)) return std::move(*refusal);
    const auto type = media_type(request.content_type);
    if (type == event_type) {
        const std::string_view text = request.body;
        return counted(site, {&text, 1});
    }
    if (type != batch_type && type != "application/json")
        return http_error(415, "bad_request",
                          "The content type must be application/cloudevents+json or "
                          "application/cloudevents-batch+json.");
    const auto texts = personalization::texts_of_batch(request.body);
    if (!texts) return http_error(400, to_text(texts.error().code), texts.error().detail);
    return counted(site, *texts);
}

}  // namespace parlance::websocket
