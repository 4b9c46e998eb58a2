#include <catch2/catch.hpp>

#include "personalization/cloud_event.h"
#include "tests/websocket/raw_http.h"
#include "tests/websocket/running_server.h"

namespace parlance::tests {

using personalization::OutreachLimits;

namespace {

OutreachLimits at_any_hour() {
    OutreachLimits limits;
    limits.quiet = {0, 0, {}};
    return limits;
}

// The bank notes that the customer is about to change jobs.
std::string new_job(const std::string& customer, const std::string& id) {
    personalization::BehaviorEvent event;
    event.id.text = id;
    event.customer.text = customer;
    event.at = system_clock()();
    event.kind = personalization::BehaviorKind::life_signal;
    event.feature = "career_change";
    event.source = "/crm";
    return to_cloud_event(event);
}

Json outreach_of(const RunningServer& server) {
    const auto answer = get(server.port(), "/v1/outreach");
    return Json::parse(answer.substr(answer.find("\r\n\r\n") + 4)).at("outreach");
}

}  // namespace

TEST_CASE("a customer who is there is told at once what the bank has learned of him, and can act on it",
          "[websocket][outreach]") {
    RunningServer server({}, at_any_hour());
    auto client = server.connect();
    client.hello({{"customer", "C003"}});
    CHECK(outreach_of(server).empty());
    post(server.port(), "/v1/events", new_job("C003", "e1"), "application/cloudevents+json");
    const auto told = client.next("message");
    CHECK(told.at("proactive") == "life_event");
    CHECK_FALSE(told.contains("re"));
    CHECK(told.at("text").get<std::string>().find("working life") != std::string::npos);
    const auto payload = told.at("suggested_actions").at(0).at("payload");
    CHECK(payload == "/book_advisor");
    client.send({{"type", "message"}, {"id", "m1"}, {"payload", payload}});
    CHECK(client.next("message").at("re") == "m1");
    const auto entries = outreach_of(server);
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].at("state") == "said");
    CHECK(entries[0].at("customer") == "C003");
    SECTION("and not told again when the event comes twice, nor after a restart") {
        post(server.port(), "/v1/events", new_job("C003", "e1"), "application/cloudevents+json");
        server.restart();
        auto later = server.connect();
        later.hello({{"customer", "C003"}});
        CHECK(later.say("m1", "hello").at("re") == "m1");
        CHECK(outreach_of(server).size() == 1);
    }
}

TEST_CASE("a customer who is away finds it when he comes, also after a restart, and in his history",
          "[websocket][outreach]") {
    RunningServer server({}, at_any_hour());
    post(server.port(), "/v1/events", new_job("C003", "e1"), "application/cloudevents+json");
    REQUIRE(outreach_of(server).size() == 1);
    server.restart();
    auto client = server.connect();
    const auto session = client.hello({{"customer", "C003"}}).at("session");
    const auto told = client.next("message");
    CHECK(told.at("proactive") == "life_event");
    server.restart();
    auto again = server.connect();
    const auto welcome = again.hello({{"customer", "C003"}, {"resume", {{"session", session}, {"seq", 0}}}});
    REQUIRE(welcome.at("history").size() == 1);
    CHECK(welcome.at("history")[0].at("text") == told.at("text"));
}

TEST_CASE("without outreach the server speaks only when spoken to", "[websocket][outreach]") {
    RunningServer server;
    CHECK(get(server.port(), "/v1/outreach").starts_with("HTTP/1.1 404"));
}

}  // namespace parlance::tests
