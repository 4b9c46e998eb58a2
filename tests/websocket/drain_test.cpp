#include "tests/websocket/running_server.h"

namespace parlance::tests {

TEST_CASE("a draining server finishes the running turns, says bye and ends", "[websocket][drain]") {
    RunningServer server;
    auto client = server.connect();
    const auto welcome = client.hello();
    client.send({{"type", "message"}, {"id", "m1"}, {"text", "hello"}});
    CHECK(client.next("typing").at("on") == true);  // the turn is under way
    server.server().drain();
    CHECK(client.next("message").at("re") == "m1");
    const auto bye = client.next("bye");
    CHECK(bye.at("reason") == "shutdown");
    CHECK(bye.at("reconnect") == true);
    CHECK(client.wait_for_close() == 1012);
    websocket::ClientTarget target;
    target.port = server.port();
    CHECK(websocket::Client::connect(target).has_error());
    server.restart();  // returns only when the first server's `run` has

    auto again = server.connect();
    const auto back = again.hello({{"resume", {{"session", welcome.at("session")}, {"seq", 2}}}});
    CHECK(back.at("conversation") == welcome.at("conversation"));
    CHECK(back.at("history").size() == 2);
}

TEST_CASE("a client that does not read is dropped once its outbox is full", "[websocket][limits]") {
    RunningServer server([](websocket::ServerOptions& options) { options.limits.outbox_bytes = 16 * 1024; });
    websocket::ClientTarget target;
    target.receive_buffer_bytes = 4096;
    auto client = server.connect(target);
    const Json frame = {{"type", "unknown"}, {"id", std::string(128, 'i')}};
    bool refused = false;
    // The kernel's buffers fill first; how long that takes depends on what else the machine does.
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (!refused && std::chrono::steady_clock::now() < end)
        refused = client.raw().send(frame.dump()).has_error();
    CHECK(refused);
    CHECK(server.log_text().find("slow_reader") != std::string::npos);
    CHECK_FALSE(server.connect().say("m1", "hello").at("text").get<std::string>().empty());
}

TEST_CASE("a connection without a hello is closed where tokens are needed", "[websocket][limits]") {
    RunningServer server([](websocket::ServerOptions& options) {
        options.demo.enabled = false;
        options.token_secret = std::string(32, 's');
        options.limits.hello_timeout_s = std::chrono::seconds(1);
    });
    auto client = server.connect();
    CHECK(client.wait_for_close() == 4408);
}

TEST_CASE("the log tells of every turn and never what was said", "[websocket][privacy]") {
    RunningServer server;
    auto client = server.connect();
    const auto welcome = client.hello();
    const std::vector<std::string> words = {"xylophone", "4711.42", "Rumpelstilzchen"};
    for (const auto& word : words)
        client.say("m-" + std::to_string(word.size()), "please send " + word + " EUR to " + word);
    client.send({{"type", "message"}, {"id", "m-bad"}, {"text", ""}, {"payload", 5}});
    client.next("error");
    client.send({{"type", "resume"}, {"session", "xylophone.secret"}, {"seq", 0}});
    client.next("error");
    server.stop();
    const auto log = server.log_text();
    std::istringstream lines(log);
    int turns = 0;
    for (std::string line; std::getline(lines, line);) {
        const auto entry = Json::parse(line);
        CHECK(entry.contains("at"));
        CHECK(entry.contains("level"));
        if (entry.at("event") != "turn") continue;
        ++turns;
        CHECK(entry.at("conversation") == welcome.at("conversation"));
        CHECK(entry.at("turn") == turns);
        CHECK(entry.at("ms").get<double>() > 0);
    }
    CHECK(turns == 3);
    for (const auto& word : words) CHECK(log.find(word) == std::string::npos);
    CHECK(log.find(welcome.at("session").get<std::string>()) == std::string::npos);
}

}  // namespace parlance::tests
