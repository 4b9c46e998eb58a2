#include "websocket/churn_route.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "personalization/cloud_event.h"
#include "personalization/storage/memory_event_store.h"
#include "tests/personalization/models/small_models.h"
#include "websocket/churn_notice.h"

namespace parlance::tests {

using namespace personalization;
using namespace websocket;
using Json = nlohmann::json;

namespace {

// The routes over stores in memory, at noon, with a churn model.
struct Site {
    MemoryEventStore events;
    std::unique_ptr<DeadLetters> dead = std::move(*DeadLetters::open(":memory:"));
    EventIngest ingest{events, *dead, [] { return noon; }};
    ChurnWatch watch{std::make_shared<const ChurnModel>(silence_model()), events, [] { return noon; }};
    Metrics metrics;
    std::vector<CustomerId> behaved;
    HttpSite site{{}, metrics, {}, {}, true, &ingest, {}, &watch, [this](const CustomerId& customer) {
                      behaved.push_back(customer);
                      const auto changed = watch.look_at(customer).value();
                      if (changed) metrics.count_churn(*changed);
                  }};

    HttpResponse post(double days_ago) {
        const auto body = to_cloud_event(event_before(days_ago, BehaviorKind::login, "app"));
        return answer(site, {"POST", "/v1/events", "", body, true, "application/cloudevents+json", {}});
    }
    HttpResponse alerts(const std::string& authorization = {}, bool from_loopback = true) {
        return answer(site, {"GET", "/v1/churn/alerts", "", "", from_loopback, "", authorization});
    }
};

}  // namespace

TEST_CASE("events that come in raise and clear churn alerts", "[websocket][http][churn]") {
    Site bank;
    CHECK(Json::parse(bank.alerts().body) == Json::parse(R"({"open": []})"));
    for (int days = 138; days >= 100; days -= 2) REQUIRE(bank.post(days).status == 202);
    const auto raised = Json::parse(bank.alerts().body).at("open");
    REQUIRE(raised.size() == 1);
    CHECK(raised[0].at("customer") == "C001");
    CHECK(raised[0].at("probability") > 0.6);
    CHECK(raised[0].at("horizon_days") == 90);
    CHECK(raised[0].at("raised") == "2026-11-20T12:00:00.000Z");
    CHECK_FALSE(raised[0].at("drivers").empty());
    CHECK(bank.metrics.text().find("parlance_churn_alerts_open 1") != std::string::npos);
    REQUIRE(bank.post(0).status == 202);
    CHECK(Json::parse(bank.alerts().body).at("open").empty());
    CHECK(bank.metrics.text().find("parlance_churn_alert_total{change=\"cleared\"} 1") != std::string::npos);
    CHECK(bank.metrics.text().find("parlance_churn_alerts_open 0") != std::string::npos);
}

TEST_CASE("only events that count are told of, once a customer", "[websocket][http][churn]") {
    Site bank;
    const auto first = to_cloud_event(event_before(3, BehaviorKind::login, "app"));
    const auto second = to_cloud_event(event_before(2, BehaviorKind::login, "app"));
    const auto body = "[" + first + "," + second + "," + first + ",{}]";
    REQUIRE(answer(bank.site, {"POST", "/v1/events", "", body, true, "application/json", {}}).status == 202);
    CHECK(bank.behaved == std::vector<CustomerId>{{"C001"}});
    REQUIRE(answer(bank.site, {"POST", "/v1/events", "", body, true, "application/json", {}}).status == 202);
    CHECK(bank.behaved.size() == 1);
}

TEST_CASE("who may see churn alerts", "[websocket][http][churn]") {
    const auto [token, authorization, from_loopback, status] =
        GENERATE(table<std::string, std::string, bool, int>({
            {"", "", true, 200},
            {"", "", false, 403},
            {"secret", "Bearer secret", false, 200},
            {"secret", "", true, 401},
        }));
    CAPTURE(token, authorization, from_loopback);
    Site bank;
    bank.site.events_token = token;
    CHECK(bank.alerts(authorization, from_loopback).status == status);
    bank.site.churn = nullptr;
    CHECK(bank.alerts(authorization, from_loopback).status == (status == 200 ? 404 : status));
}

}  // namespace parlance::tests
