#include "tests/websocket/running_server.h"
#include "websocket/session_registry.h"

namespace parlance::tests {

namespace {

Json resume(const Json& welcome, std::uint64_t seq) {
    return {{"resume", {{"session", welcome.at("session")}, {"seq", seq}}}};
}

}  // namespace

TEST_CASE("a client that comes back gets exactly the frames it missed", "[websocket][resume]") {
    RunningServer server;
    auto first = server.connect();
    const auto welcome = first.hello();
    const auto seen = first.say("m1", "hello").at("seq").get<std::uint64_t>();
    const auto missed_ack = [&] {
        first.send({{"type", "message"}, {"id", "m2"}, {"text", "what can you do"}});
        return first.next("ack");
    }();
    const auto missed_reply = first.next("message");
    first.raw().cut();

    auto second = server.connect();
    const auto back = second.hello(resume(welcome, seen));
    CHECK(back.at("resumed") == true);
    CHECK(back.at("session") == welcome.at("session"));
    CHECK(second.next() == missed_ack);
    CHECK(second.next() == missed_reply);
    CHECK(second.say("m3", "hello").at("seq") == seen + 4);
}

TEST_CASE("the separate resume message does the same as hello's", "[websocket][resume]") {
    RunningServer server;
    auto first = server.connect();
    const auto welcome = first.hello();
    const auto reply = first.say("m1", "hello");
    auto second = server.connect();
    second.send(
        {{"type", "resume"}, {"session", welcome.at("session")}, {"seq", reply.at("seq").get<int>() - 1}});
    CHECK(second.next("welcome").at("resumed") == true);
    CHECK(second.next("message") == reply);
}

TEST_CASE("frames older than the replay log cannot be resumed, but the history can be read",
          "[websocket][resume]") {
    RunningServer server([](websocket::ServerOptions& options) { options.limits.replay_frames = 1; });
    auto first = server.connect();
    const auto welcome = first.hello();
    const auto reply = first.say("m1", "hello");
    auto second = server.connect();
    const auto back = second.hello(resume(welcome, 0));
    CHECK(back.at("resumed") == false);
    CHECK(back.at("conversation") == welcome.at("conversation"));
    REQUIRE(back.at("history").size() == 2);
    CHECK(back.at("history").at(0).at("role") == "user");
    CHECK(back.at("history").at(0).at("text") == "hello");
    CHECK(back.at("history").at(1).at("text") == reply.at("text"));
}

TEST_CASE("after the server was started again the conversation goes on", "[websocket][resume]") {
    RunningServer server;
    auto first = server.connect();
    const auto welcome = first.hello({{"customer", "C002"}});
    const auto reply = first.say("m1", "hello");
    first.raw().cut();
    server.restart();

    auto second = server.connect();
    const auto back = second.hello(resume(welcome, reply.at("seq").get<std::uint64_t>()));
    CHECK(back.at("resumed") == false);
    CHECK(back.at("session") == welcome.at("session"));
    CHECK(back.at("conversation") == welcome.at("conversation"));
    CHECK(back.at("user").at("id") == "C002");
    CHECK(back.at("history").at(1).at("text") == reply.at("text"));

    SECTION("and a message whose ack was lost takes no second turn") {
        CHECK(second.say("m1", "hello").at("text") == reply.at("text"));
        const auto tracker = server.trackers().load({welcome.at("conversation").get<std::string>()});
        REQUIRE(tracker.has_value());
        CHECK(tracker->state.turns == 1);
    }
}

TEST_CASE("a session is not given to whom it does not belong", "[websocket][resume]") {
    RunningServer server;
    auto first = server.connect();
    const auto welcome = first.hello({{"customer", "C001"}});
    auto wrong = resume(welcome, 0);
    SECTION("another secret") {
        wrong["resume"]["session"] =
            welcome.at("conversation").get<std::string>() + ".00000000000000000000000000000000";
    }
    SECTION("another customer") {
        wrong["customer"] = "C002";
    }
    auto second = server.connect();
    wrong["type"] = "hello";
    second.send(wrong);
    CHECK(second.next().at("code") == "session_expired");
    CHECK(second.hello().at("conversation") != welcome.at("conversation"));
    CHECK_FALSE(first.say("m1", "hello").at("text").get<std::string>().empty());
}

TEST_CASE("a newer connection takes the session over", "[websocket][resume]") {
    RunningServer server;
    auto first = server.connect();
    const auto welcome = first.hello();
    auto second = server.connect();
    CHECK(second.hello(resume(welcome, 0)).at("resumed") == true);
    CHECK(first.wait_for_close() == 4409);
    CHECK_FALSE(second.say("m1", "hello").at("text").get<std::string>().empty());
}

TEST_CASE("a session without a connection is forgotten after its time", "[websocket][resume]") {
    websocket::LimitsConfig limits;
    websocket::SessionRegistry registry(limits);
    const websocket::SessionRegistry::Moment start{};
    auto& session = registry.open("c.s", {{"c"}, {"C001"}});
    session.detached_at = start;
    registry.sweep(start + limits.session_ttl_s);
    CHECK(registry.find("c.s") != nullptr);
    registry.sweep(start + limits.session_ttl_s + std::chrono::seconds(1));
    CHECK(registry.find("c.s") == nullptr);
}

TEST_CASE("end begins a new conversation and makes the old session useless", "[websocket][resume]") {
    RunningServer server;
    auto client = server.connect();
    const auto welcome = client.hello();
    client.say("m1", "hello");
    client.send({{"type", "end"}, {"id", "e1"}});
    CHECK(client.next("ack").at("re") == "e1");
    CHECK(client.hello().at("conversation") != welcome.at("conversation"));
    client.send({{"type", "resume"}, {"session", welcome.at("session")}, {"seq", 0}});
    CHECK(client.next("error").at("code") == "session_expired");
}

}  // namespace parlance::tests
