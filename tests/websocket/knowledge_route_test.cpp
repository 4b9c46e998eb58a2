#include <catch2/catch.hpp>

#include "tests/websocket/raw_http.h"
#include "tests/websocket/running_server.h"

namespace parlance::tests {

namespace {

Json ask(const RunningServer& server, const std::string& body) {
    const auto answer = post(server.port(), "/v1/knowledge", body);
    return Json::parse(answer.substr(answer.find("\r\n\r\n") + 4));
}

}  // namespace

TEST_CASE("questions to the knowledge are answered with passages and their sources",
          "[websocket][knowledge]") {
    const RunningServer server;
    const auto passages = ask(server, R"({"text": "What is a TAN?", "lang": "en"})").at("passages");
    REQUIRE_FALSE(passages.empty());
    CHECK(passages[0].at("page") == "tan");
    CHECK_FALSE(passages[0].at("source").get<std::string>().empty());
    CHECK(passages[0].at("coverage") == 1);
    const auto german = ask(server, R"({"text": "Was ist eine TAN?", "lang": "de"})").at("passages");
    REQUIRE_FALSE(german.empty());
    CHECK(german[0].at("text") != passages[0].at("text"));
}

TEST_CASE("what is no question to the knowledge is refused with its reason", "[websocket][knowledge]") {
    const RunningServer server;
    CHECK(ask(server, "{").at("error").at("code") == "bad_json");
    CHECK(ask(server, R"({"lang": "en"})").at("error").at("code") == "bad_request");
    CHECK(ask(server, R"({"text": "  "})").contains("error"));
    CHECK(ask(server, R"({"text": "\" OR NEAR( *xyzzy", "lang": "en"})").contains("passages"));
    CHECK(ask(server, R"({"text": "xyzzy plugh", "lang": "en"})").at("passages").empty());
    CHECK(post(server.port(), "/v1/knowledge", R"({"text": "x"})").starts_with("HTTP/1.1 200"));
}

TEST_CASE("a message that nothing else fits is answered from the knowledge, with its source",
          "[websocket][knowledge]") {
    const RunningServer server;
    auto client = server.connect();
    client.hello({{"customer", "C001"}});
    const auto answer = client.say("m1", "What is chargeback good for?");
    CHECK(answer.at("text").get<std::string>().find("From: ") != std::string::npos);
    REQUIRE(answer.contains("citations"));
    CHECK_FALSE(answer.at("citations")[0].at("title").get<std::string>().empty());
}

}  // namespace parlance::tests
