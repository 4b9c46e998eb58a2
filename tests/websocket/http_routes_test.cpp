#include "websocket/http_routes.h"

#include <regex>

#include "tests/websocket/raw_http.h"
#include "tests/websocket/running_server.h"

namespace parlance::tests {

using namespace websocket;

namespace {

Json body_of(const std::string& answer) {
    return Json::parse(answer.substr(answer.find("\r\n\r\n") + 4));
}

constexpr WebFile files[] = {{"index.html", "<p>page</p>"}, {"chat.js", "run()"}};

}  // namespace

TEST_CASE("routes answer their methods and refuse the others", "[websocket][http]") {
    Metrics metrics;
    HttpSite site{files, metrics, [] { return Readiness{}; },
                  [](const std::string&, const std::string&) {
                      return Result<nlu::Understanding>(Error{ErrorCode::empty_text, "blank"});
                  }};
    const auto [method, target, status, type] = GENERATE(table<std::string, std::string, int, std::string>({
        {"GET", "/", 200, "text/html; charset=utf-8"},
        {"HEAD", "/", 200, "text/html; charset=utf-8"},
        {"GET", "/?utm=1", 200, "text/html; charset=utf-8"},
        {"GET", "/chat.js", 200, "text/javascript; charset=utf-8"},
        {"GET", "/healthz", 200, "application/json"},
        {"GET", "/readyz", 200, "application/json"},
        {"GET", "/metrics", 200, "text/plain; version=0.0.4; charset=utf-8"},
        {"GET", "/v1/metrics", 200, "application/json"},
        {"GET", "/v1/chat", 426, "application/json"},
        {"GET", "/v1/parse", 405, "application/json"},
        {"POST", "/", 405, "application/json"},
        {"POST", "/chat.js", 405, "application/json"},
        {"DELETE", "/healthz", 405, "application/json"},
        {"GET", "/nothing", 404, "application/json"},
        {"GET", "/../etc/passwd", 404, "application/json"},
        {"GET", "", 404, "application/json"},
        {"POST", "/v1/parse", 400, "application/json"},
    }));
    CAPTURE(method, target);
    const auto response = answer(site, {method, target, "", "", true});
    CHECK(response.status == status);
    CHECK(response.content_type == type);
    if (status >= 400) CHECK(Json::parse(response.body).at("error").at("code").is_string());
}

TEST_CASE("a page that did not change is not sent again", "[websocket][http]") {
    Metrics metrics;
    HttpSite site{files, metrics, {}, {}};
    const auto first = answer(site, {"GET", "/chat.js", "", "", true});
    REQUIRE(first.headers.at(0).first == "ETag");
    const auto second = answer(site, {"GET", "/chat.js", first.headers.at(0).second, "", true});
    CHECK(second.status == 304);
    CHECK(second.body.empty());
}

TEST_CASE("metrics are for this machine, the page for the demo", "[websocket][http]") {
    Metrics metrics;
    HttpSite site{files, metrics, {}, {}};
    CHECK(answer(site, {"GET", "/metrics", "", "", false}).status == 403);
    CHECK(answer(site, {"GET", "/v1/metrics", "", "", false}).status == 403);
    site.show_page = false;
    CHECK(answer(site, {"GET", "/", "", "", true}).status == 404);
    site.readiness = [] { return Readiness{{"draining"}}; };
    const auto not_ready = answer(site, {"GET", "/readyz", "", "", true});
    CHECK(not_ready.status == 503);
    CHECK(Json::parse(not_ready.body) == Json{{"ready", false}, {"reasons", {"draining"}}});
}

TEST_CASE("the server answers HTTP on the chat's port, with a strict content policy", "[websocket][http]") {
    RunningServer server;
    const auto page = get(server.port(), "/");
    CHECK(page.starts_with("HTTP/1.1 200"));
    CHECK(page.find("Content-Security-Policy: default-src 'self'") != std::string::npos);
    CHECK(body_of(get(server.port(), "/healthz")).at("status") == "alive");
    CHECK(body_of(get(server.port(), "/readyz")).at("ready") == true);
    CHECK(get(server.port(), "/nothing").starts_with("HTTP/1.1 404"));
    CHECK(send_raw(server.port(), "GET / HTTP/1.1\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n")
              .starts_with("HTTP/1.1 431"));
    CHECK(post(server.port(), "/v1/parse", std::string(70'000, 'x')).starts_with("HTTP/1.1 413"));
    // Events may be many at a time.
    const auto send_events = [&](std::size_t bytes) {
        const std::string body = "[" + std::string(bytes, ' ') + "]";
        return send_raw(server.port(),
                        "POST /v1/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        "Content-Type: application/cloudevents-batch+json\r\nContent-Length: " +
                            std::to_string(body.size()) + "\r\n\r\n" + body);
    };
    CHECK(send_events(2'000'000).starts_with("HTTP/1.1 202"));
    CHECK(send_events(5'000'000).starts_with("HTTP/1.1 413"));
}

TEST_CASE("a text can be understood over HTTP alone", "[websocket][http]") {
    RunningServer server;
    const auto understood = body_of(post(server.port(), "/v1/parse", R"({"text":"send 50 euros to Anna"})"));
    CHECK(understood.at("intent").at("name").is_string());
    CHECK(understood.at("lang") == "en");
    CHECK_FALSE(understood.at("entities").empty());
    CHECK(body_of(post(server.port(), "/v1/parse", "{")).at("error").at("code") == "bad_json");
    CHECK(body_of(post(server.port(), "/v1/parse", R"({"text":" "})")).at("error").at("code") ==
          "bad_request");
    CHECK(body_of(post(server.port(), "/v1/parse", R"({"txt":"a"})")).at("error").at("code") ==
          "bad_request");
}

TEST_CASE("metrics are well-formed and count what happened", "[websocket][http]") {
    RunningServer server;
    auto client = server.connect();
    client.say("m1", "hello");
    client.send_text("{");
    client.next("error");
    const auto answer = get(server.port(), "/metrics");
    std::istringstream lines(answer.substr(answer.find("\r\n\r\n") + 4));
    const std::regex comment("# (HELP|TYPE) [a-z_]+ .+");
    const std::regex sample(R"re([a-z_]+(\{[a-z_]+="[^"]*"(,[a-z_]+="[^"]*")*\})? [0-9.e+-]+)re");
    std::map<std::string, std::string> values;
    for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        CHECK((std::regex_match(line, comment) || std::regex_match(line, sample)));
        const auto space = line.rfind(' ');
        values[line.substr(0, space)] = line.substr(space + 1);
    }
    CHECK(values.at("parlance_ws_connections") == "1");
    CHECK(values.at("parlance_error_total{code=\"bad_json\"}") == "1");
    CHECK(values.at("parlance_turn_seconds_count{stage=\"total\"}") == "1");
    CHECK(values.contains("parlance_fallback_total"));
    CHECK(values.contains("parlance_build_info{version=\"0.1.0\"}"));
}

}  // namespace parlance::tests
