#include "tests/websocket/running_server.h"
#include "websocket/token.h"

namespace parlance::tests {

TEST_CASE("a bad frame gets its error and the connection goes on", "[websocket][protocol]") {
    using Row = std::tuple<std::string, std::string, std::string>;
    const auto [frame, code, names] = GENERATE(table<std::string, std::string, std::string>({
        Row{"{\"type\":\"message\"", "bad_json", ""},
        Row{"", "bad_json", ""},
        Row{"[1,2]", "bad_json", ""},
        Row{"\"hello\"", "bad_json", ""},
        Row{"{}", "bad_request", "type"},
        Row{R"({"type":5})", "bad_request", "type"},
        Row{R"({"type":"message","id":"m1"})", "bad_request", "text"},
        Row{R"({"type":"message","id":"m1","text":""})", "bad_request", "text"},
        Row{R"({"type":"message","id":"m1","text":"   "})", "bad_request", ""},
        Row{R"({"type":"message","id":"m1","text":7})", "bad_request", "text"},
        Row{R"({"type":"message","id":7,"text":"hi"})", "bad_request", "id"},
        Row{R"({"type":"message","id":"m1","payload":{}})", "bad_request", "payload"},
        Row{R"({"type":"message","id":"m1","text":"\ud800"})", "bad_json", ""},
        Row{R"({"type":"hello","id":"h1","resume":{"session":"x.y"}})", "bad_request", "resume.seq"},
        Row{R"({"type":"hello","id":"h1","resume":{"session":"x.y","seq":-1}})", "bad_request", "resume.seq"},
        Row{R"({"type":"hello","id":"h1","resume":7})", "bad_request", "resume"},
        Row{R"({"type":"hello","id":"h1","role":"advisor"})", "forbidden", ""},
        Row{R"({"type":"hello","id":"h1","customer":"nobody"})", "not_found", ""},
        Row{R"({"type":"resume","id":"r1","session":"no-dot","seq":0})", "session_expired", ""},
        Row{R"({"type":"resume","id":"r1","session":"never.seen","seq":0})", "session_expired", ""},
        Row{R"({"type":"feedback","id":"f1","re":"m1","value":2})", "bad_request", "value"},
        Row{R"({"type":"recommendation.react","id":"f1","re":"o1","reaction":"hm"})", "bad_request",
            "reaction"},
        Row{R"({"type":"behavior","id":"b1","event":"transaction","feature":"salary"})", "bad_request",
            "event"},
        Row{R"({"type":"behavior","id":"b1","event":"page_view"})", "bad_request", "feature"},
        Row{R"({"type":"behavior","id":"b1","event":"page_view","feature":"cards","duration_ms":-1})",
            "bad_request", "duration_ms"},
        Row{R"({"type":"behavior","id":"b1","event":"page_view","feature":"cards","duration_ms":86400001})",
            "bad_request", "duration_ms"},
        Row{R"({"type":"advisor.takeover"})", "unknown_type", ""},
        Row{R"({"type":"no_such_type"})", "unknown_type", ""},
        Row{std::string(R"({"type":"message","id":"m1","text":")") + std::string(5000, 'a') + "\"}",
            "too_large", ""},
        Row{std::string(60'000, '['), "bad_json", ""},
    }));
    CAPTURE(frame.substr(0, 80), code);
    RunningServer server;
    auto client = server.connect();
    client.send_text(frame);
    const auto error = client.next("error");
    CHECK(error.at("code") == code);
    CHECK(error.at("message").get<std::string>().find(names) != std::string::npos);
    CHECK_FALSE(error.at("message").get<std::string>().empty());
    client.send({{"type", "ping"}, {"id", "p1"}});
    CHECK(client.next("pong").at("re") == "p1");
    CHECK_FALSE(client.say("m2", "hello").at("text").get<std::string>().empty());
}

TEST_CASE("unusual but sound texts get a reply", "[websocket][protocol]") {
    const std::string text =
        GENERATE(std::string("\xF0\x9F\x98\x80\xF0\x9F\x98\x80"), std::string("?"), std::string(4000, 'a'),
                 std::string("/no_such_intent"), std::string("line\nline"));
    CAPTURE(text.substr(0, 40));
    RunningServer server;
    auto client = server.connect();
    CHECK_FALSE(client.say("m1", text).at("text").get<std::string>().empty());
}

TEST_CASE("a frame over the limit is answered, the connection closed, and nothing is lost",
          "[websocket][protocol]") {
    RunningServer server;
    auto client = server.connect();
    const auto welcome = client.hello();
    const auto seq = client.say("m1", "hello").at("seq").get<std::uint64_t>();
    client.send({{"type", "message"}, {"id", "m2"}, {"text", std::string(100'000, 'a')}});
    CHECK(client.next("error").at("code") == "too_large");
    CHECK(client.wait_for_close() == 1009);

    auto again = server.connect();
    const auto back = again.hello({{"resume", {{"session", welcome.at("session")}, {"seq", seq}}}});
    CHECK(back.at("resumed") == true);
    CHECK(back.at("conversation") == welcome.at("conversation"));
}

TEST_CASE("frames that are no text end the connection with the code that says so", "[websocket][protocol]") {
    RunningServer server;
    auto binary = server.connect();
    REQUIRE(binary.raw().send_binary("{}"));
    CHECK(binary.wait_for_close() == 1003);
    auto broken = server.connect();
    REQUIRE(broken.raw().send("{\"type\":\"message\",\"text\":\"\xC3\x28\"}"));
    CHECK(broken.wait_for_close() == 1007);
    auto huge = server.connect();
    REQUIRE(huge.raw().send(std::string(1024 * 1024 + 1, 'a')));
    CHECK(huge.wait_for_close() == 1009);
}

TEST_CASE("a connection that sends too fast is told when to go on", "[websocket][limits]") {
    RunningServer server([](websocket::ServerOptions& options) {
        options.limits.messages_per_s = 0.001;
        options.limits.message_burst = 2;
    });
    auto client = server.connect();
    client.say("m1", "hello");
    client.say("m2", "hello");
    client.send({{"type", "message"}, {"id", "m3"}, {"text", "hello"}});
    const auto error = client.next("error");
    CHECK(error.at("code") == "rate_limited");
    CHECK(error.at("re") == "m3");
    CHECK(error.at("retryable") == true);
    CHECK(error.at("retry_after_s").get<double>() > 100);
}

TEST_CASE("only pages of this server and allowed ones may connect", "[websocket][security]") {
    RunningServer server(
        [](websocket::ServerOptions& options) { options.listen.allowed_origins = {"https://bank.example"}; });
    const auto own = "127.0.0.1:" + std::to_string(server.port());
    const auto [origin, accepted] = GENERATE_REF(table<std::string, bool>({{"http://" + own, true},
                                                                           {"https://bank.example", true},
                                                                           {"https://evil.example", false},
                                                                           {"null", false}}));
    CAPTURE(origin);
    websocket::ClientTarget target;
    target.port = server.port();
    target.headers = {{"Origin", origin}};
    CHECK(websocket::Client::connect(target).has_value() == accepted);
}

}  // namespace parlance::tests
