#include <set>

#include "tests/websocket/running_server.h"

namespace parlance::tests {

TEST_CASE("fifty messages sent at once are answered in their order", "[websocket][turns]") {
    constexpr int messages = 50;
    RunningServer server([](websocket::ServerOptions& options) {
        options.limits.max_waiting_per_conversation = messages;
        options.limits.turn_threads = 4;
    });
    auto client = server.connect();
    client.hello();
    for (int i = 0; i < messages; ++i) {
        client.send({{"type", "message"}, {"id", "m" + std::to_string(i)}, {"text", "hello"}});
    }
    std::uint64_t seq = 0;
    for (int i = 0; i < messages; ++i) {
        const auto id = "m" + std::to_string(i);
        const auto ack = client.next("ack");
        const auto reply = client.next("message");
        CHECK(ack.at("re") == id);
        CHECK(reply.at("re") == id);
        CHECK(reply.at("turn") == i + 1);
        CHECK(ack.at("seq") == ++seq);
        CHECK(reply.at("seq") == ++seq);
    }
}

TEST_CASE("conversations do not wait for each other's order", "[websocket][turns]") {
    RunningServer server(
        [](websocket::ServerOptions& options) { options.limits.max_waiting_per_conversation = 20; });
    auto first = server.connect();
    auto second = server.connect();
    for (int i = 0; i < 20; ++i) {
        first.send({{"type", "message"}, {"id", "a" + std::to_string(i)}, {"text", "hello"}});
        second.send({{"type", "message"}, {"id", "b" + std::to_string(i)}, {"text", "hello"}});
    }
    for (int i = 0; i < 20; ++i) {
        CHECK(first.next("message").at("re") == "a" + std::to_string(i));
        CHECK(second.next("message").at("re") == "b" + std::to_string(i));
    }
}

TEST_CASE("a repeated id gets the first reply again and takes no turn", "[websocket][turns]") {
    RunningServer server;
    auto client = server.connect();
    const auto welcome = client.hello();
    const auto first = client.say("m1", "what is my balance");
    client.send({{"type", "message"}, {"id", "m1"}, {"text", "what is my balance"}});
    CHECK(client.next("ack").at("re") == "m1");
    const auto second = client.next("message");
    for (const char* field : {"id", "re", "text", "turn"}) CHECK(second.at(field) == first.at(field));
    CHECK(second.value("suggested_actions", Json()) == first.value("suggested_actions", Json()));
    CHECK(second.at("seq") > first.at("seq"));
    const auto tracker = server.trackers().load({welcome.at("conversation").get<std::string>()});
    REQUIRE(tracker.has_value());
    CHECK(tracker->state.turns == 1);
}

TEST_CASE("what one conversation may have waiting is bounded", "[websocket][limits]") {
    RunningServer server(
        [](websocket::ServerOptions& options) { options.limits.max_waiting_per_conversation = 1; });
    auto client = server.connect();
    client.hello();
    constexpr int messages = 20;
    for (int i = 0; i < messages; ++i) {
        client.send({{"type", "message"}, {"id", "m" + std::to_string(i)}, {"text", "hello"}});
    }
    std::set<std::string> answered;
    int busy = 0;
    while (answered.size() < messages) {
        const auto frame = client.next();
        if (frame.at("type") == "message") answered.insert(frame.at("re"));
        if (frame.at("type") != "error") continue;
        CHECK(frame.at("code") == "busy");
        CHECK(frame.at("retryable") == true);
        ++busy;
        client.send({{"type", "message"}, {"id", frame.at("re")}, {"text", "hello"}});
    }
    CHECK(busy > 0);
}

TEST_CASE("a button's payload is understood, and told in the history by its title", "[websocket][turns]") {
    RunningServer server;
    auto client = server.connect();
    const auto welcome = client.hello();
    const auto reply = client.say("m1", "hello");
    REQUIRE(reply.contains("suggested_actions"));
    const auto action = reply.at("suggested_actions").at(0);
    client.send(
        {{"type", "message"}, {"id", "m2"}, {"text", action.at("title")}, {"payload", action.at("payload")}});
    CHECK_FALSE(client.next("message").at("text").get<std::string>().empty());
    auto again = server.connect();
    const auto back = again.hello({{"resume", {{"session", welcome.at("session")}, {"seq", 0}}}});
    CHECK(back.at("history").at(2).at("text") == action.at("title"));
}

TEST_CASE("a card's number and code are understood and never stored", "[websocket][turns][pii]") {
    RunningServer server;
    auto client = server.connect();
    const auto welcome = client.hello();
    client.say("m1", "my card 4111 1111 1111 1111 with cvv 987 is gone");
    client.say("m2", "it is 4111-1111-1111-1111");
    const auto tracker = server.trackers().load({welcome.at("conversation")});
    REQUIRE(tracker.has_value());
    std::string stored;
    for (const auto& event : tracker->events) stored += to_json(event);
    CHECK(stored.find("my card [card_number] with cvv [card_code] is gone") != std::string::npos);
    CHECK(stored.find("4111") == std::string::npos);
    CHECK(stored.find("1111-1111") == std::string::npos);
    CHECK(stored.find("987") == std::string::npos);
}

TEST_CASE("reactions and feedback are kept as behaviour", "[websocket][turns]") {
    RunningServer server;
    auto client = server.connect();
    client.hello({{"customer", "C003"}});
    client.send(
        {{"type", "recommendation.react"}, {"id", "click1"}, {"re", "some_offer"}, {"reaction", "rejected"}});
    CHECK(client.next("ack").at("re") == "click1");
    client.send(
        {{"type", "feedback"}, {"id", "click2"}, {"re", "m1.reply"}, {"value", -1}, {"reason", "too long"}});
    CHECK(client.next("ack").at("re") == "click2");
    const auto events = server.behavior().events_of({"C003"}, {}, personalization::Purpose::service);
    REQUIRE(events.has_value());
    REQUIRE(events->size() == 2);
    CHECK(events->at(0).kind == personalization::BehaviorKind::offer_answered);
    CHECK(events->at(0).feature == "some_offer");
    CHECK(events->at(0).action == "rejected");
    CHECK(events->at(1).feature == "feedback");
    CHECK(events->at(1).action == "unhelpful");
}

TEST_CASE("what is recommended and what becomes of it are on the audit trail", "[websocket][turns][audit]") {
    RunningServer server;
    auto client = server.connect();
    client.hello({{"customer", "C007"}});
    client.send({{"type", "message"}, {"id", "m1"}, {"payload", "/life_having_baby"}});
    const auto offers = client.next("message").at("recommendations");
    REQUIRE_FALSE(offers.empty());
    const std::string offer = offers.front().at("id");
    client.send({{"type", "recommendation.react"}, {"id", "click"}, {"re", offer}, {"reaction", "accepted"}});
    CHECK(client.next("ack").at("re") == "click");

    const auto entries = server.audit().entries_of({"C007"});
    REQUIRE(entries.has_value());
    REQUIRE(entries->size() == offers.size() + 1);
    const auto shown = nlohmann::json::parse(entries->front());
    CHECK(shown.at("act") == "shown");
    CHECK(shown.at("offer") == offer);
    CHECK(shown.at("turn") == 1);
    CHECK_FALSE(shown.at("reasons").empty());
    CHECK_FALSE(shown.at("rules").get<std::string>().empty());
    CHECK(shown.at("inputs").contains("life_stage"));
    const auto answered = nlohmann::json::parse(entries->back());
    CHECK(answered.at("act") == "accepted");
    CHECK(answered.at("offer") == offer);
    CHECK_FALSE(server.audit().verify()->broken.has_value());
}

}  // namespace parlance::tests
