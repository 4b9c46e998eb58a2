#include "websocket/events_route.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "personalization/cloud_event.h"
#include "personalization/storage/memory_event_store.h"

namespace parlance::tests {

using namespace personalization;
using namespace websocket;
using Json = nlohmann::json;

namespace {

const TimePoint now = parse_rfc3339("2026-11-20T12:00:00Z").value();
const std::string batch_type = "application/cloudevents-batch+json";

std::string event_text(const std::string& id, TimePoint at = now) {
    BehaviorEvent event;
    event.id.text = id;
    event.source = "/core";
    event.customer.text = "C1";
    event.at = at;
    event.kind = BehaviorKind::login;
    return to_cloud_event(event);
}

// The route over stores in memory.
struct Intake {
    MemoryEventStore events;
    std::unique_ptr<DeadLetters> dead = std::move(*DeadLetters::open(":memory:"));
    EventIngest ingest{events, *dead, [] { return now; }};
    Metrics metrics;
    HttpSite site{{}, metrics, {}, {}, true, &ingest, {}};

    HttpResponse post(const std::string& body, const std::string& type, const std::string& authorization = {},
                      bool from_loopback = true) {
        return answer(site, {"POST", "/v1/events", "", body, from_loopback, type, authorization});
    }
    std::uint64_t counted() const { return events.state_of({"C1"}, Purpose::service)->events(); }
};

}  // namespace

TEST_CASE("one event is counted once however often it is sent", "[websocket][http][ingest]") {
    Intake intake;
    const auto first = intake.post(event_text("e1"), "application/cloudevents+json; charset=utf-8");
    CHECK(first.status == 202);
    CHECK(Json::parse(first.body) == Json::parse(R"({"accepted":1,"repeated":0,"dead":0,"refused":[]})"));
    const auto second = intake.post(event_text("e1"), "application/cloudevents+json");
    CHECK(second.status == 202);
    CHECK(Json::parse(second.body).at("repeated") == 1);
    CHECK(intake.counted() == 1);
    CHECK(intake.metrics.text().find("parlance_behavior_event_total{outcome=\"repeated\"} 1") !=
          std::string::npos);
}

TEST_CASE("a batch tells of each refused event why", "[websocket][http][ingest]") {
    Intake intake;
    const auto type =
        GENERATE(std::string("application/cloudevents-batch+json"), std::string("application/json"));
    const auto response = intake.post(
        "[" + event_text("e1") + ", {}, " + event_text("e2", now + std::chrono::hours{1}) + "]", type);
    CHECK(response.status == 202);
    const auto body = Json::parse(response.body);
    CHECK(body.at("accepted") == 1);
    CHECK(body.at("dead") == 2);
    CHECK(body.at("refused").at(0).at("index") == 1);
    CHECK(body.at("refused").at(0).at("reason") == "unreadable");
    CHECK(body.at("refused").at(1).at("reason") == "from_the_future");
    CHECK(intake.dead->all()->size() == 2);
}

TEST_CASE("what is no list of events is refused as a whole", "[websocket][http][ingest]") {
    const auto [body, type, status, code] = GENERATE(table<std::string, std::string, int, std::string>({
        {"[", batch_type, 400, "bad_json"},
        {"{}", batch_type, 400, "bad_request"},
        {"", batch_type, 400, "bad_json"},
        {"[]", "text/plain", 415, "bad_request"},
        {"[]", "", 415, "bad_request"},
    }));
    CAPTURE(body, type);
    Intake intake;
    const auto response = intake.post(body, type);
    CHECK(response.status == status);
    CHECK(Json::parse(response.body).at("error").at("code") == code);
    CHECK(intake.dead->all()->empty());
}

TEST_CASE("who may send events", "[websocket][http][ingest]") {
    const auto [token, authorization, from_loopback, status] =
        GENERATE(table<std::string, std::string, bool, int>({
            {"", "", true, 202},
            {"", "", false, 403},
            {"", "Bearer anything", false, 403},
            {"secret", "Bearer secret", false, 202},
            {"secret", "Bearer secre", false, 401},
            {"secret", "secret", true, 401},
            {"secret", "", true, 401},
        }));
    CAPTURE(token, authorization, from_loopback);
    Intake intake;
    intake.site.events_token = token;
    CHECK(intake.post("[]", batch_type, authorization, from_loopback).status == status);
}

TEST_CASE("a site without an ingest has no such route", "[websocket][http][ingest]") {
    Intake intake;
    intake.site.events = nullptr;
    CHECK(intake.post("[]", batch_type).status == 404);
}

}  // namespace parlance::tests
