#include "websocket/token.h"

#include "tests/websocket/running_server.h"

namespace parlance::tests {

using namespace websocket;

namespace {

const std::string secret = "a-secret-of-at-least-thirty-two-bytes";
const TimePoint now = TimePoint(std::chrono::seconds(1'800'000'000));

RunningServer::Configure with_tokens(std::chrono::seconds hello_timeout_s = std::chrono::seconds(10)) {
    return [hello_timeout_s](ServerOptions& options) {
        options.demo.enabled = false;
        options.token_secret = secret;
        options.limits.hello_timeout_s = hello_timeout_s;
    };
}

}  // namespace

TEST_CASE("a token names its customer until it expires", "[websocket][token]") {
    const auto token = sign_token({"C007"}, now + std::chrono::hours(1), secret);
    const auto verified = verify_token(token, secret, now);
    REQUIRE(verified.has_value());
    CHECK(verified->customer.text == "C007");
    CHECK(verified->expires_at == now + std::chrono::hours(1));
    CHECK(verify_token(token, secret, now + std::chrono::hours(1)).error() == TokenRefusal::expired);
}

TEST_CASE("tokens that prove nothing are refused", "[websocket][token]") {
    const auto sound = sign_token({"C007"}, now + std::chrono::hours(1), secret);
    const auto expired =
        sign_token({"C007"}, now - std::chrono::hours(1), "another secret of thirty-two bytes and more");
    const auto [token, refusal] = GENERATE_REF(table<std::string, TokenRefusal>({
        {"", TokenRefusal::malformed},
        {"abc", TokenRefusal::malformed},
        {"a.b.c", TokenRefusal::malformed},
        {std::string(9000, 'a'), TokenRefusal::malformed},
        {sound.substr(0, sound.size() - 4) + "AAAA", TokenRefusal::bad_signature},
        {sign_token({"C007"}, now + std::chrono::hours(1), "wrong"), TokenRefusal::bad_signature},
        {expired, TokenRefusal::bad_signature},
        {sign_token({""}, now + std::chrono::hours(1), secret), TokenRefusal::no_customer},
        // {"alg":"none","typ":"JWT"} and {"exp":4102444800,"sub":"C007"}, without a signature
        {"eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJleHAiOjQxMDI0NDQ4MDAsInN1YiI6IkMwMDcifQ.",
         TokenRefusal::bad_signature},
    }));
    CAPTURE(token);
    const auto verified = verify_token(token, secret, now);
    REQUIRE(verified.has_error());
    CHECK(verified.error() == refusal);
}

TEST_CASE("without a token a client may only say hello", "[websocket][token]") {
    RunningServer server(with_tokens());
    auto client = server.connect();
    client.send({{"type", "ping"}});
    CHECK(client.next().at("type") == "pong");
    for (const auto& frame :
         {Json{{"type", "message"}, {"id", "m1"}, {"text", "hello"}},
          Json{{"type", "resume"}, {"session", "a.b"}, {"seq", 0}}, Json{{"type", "hello"}}}) {
        client.send(frame);
        CHECK(client.next().at("code") == "unauthorized");
    }
    const auto token = sign_token({"C004"}, system_clock()() + std::chrono::hours(1), secret);
    CHECK(client.hello({{"token", token}}).at("user").at("id") == "C004");
    CHECK_FALSE(client.say("m1", "hello").at("text").get<std::string>().empty());
}

TEST_CASE("a wrong token ends the connection, an expired one does not", "[websocket][token]") {
    RunningServer server(with_tokens());
    auto wrong = server.connect();
    wrong.send({{"type", "hello"}, {"token", "a.b.c"}});
    CHECK(wrong.next().at("code") == "unauthorized");
    CHECK(wrong.wait_for_close() == 4401);

    auto late = server.connect();
    late.send({{"type", "hello"},
               {"token", sign_token({"C004"}, system_clock()() - std::chrono::hours(1), secret)}});
    const auto error = late.next();
    CHECK(error.at("code") == "token_expired");
    CHECK(error.at("retryable") == true);
    late.hello({{"token", sign_token({"C004"}, system_clock()() + std::chrono::hours(1), secret)}});
}

TEST_CASE("a fresh token of the same customer keeps the session, another customer's does not",
          "[websocket][token]") {
    RunningServer server(with_tokens());
    const auto token_of = [](const char* customer) {
        return sign_token({customer}, system_clock()() + std::chrono::hours(1), secret);
    };
    auto client = server.connect();
    const auto welcome = client.hello({{"token", token_of("C004")}});
    CHECK(client.hello({{"token", token_of("C004")}}).at("session") == welcome.at("session"));
    auto thief = server.connect();
    thief.send({{"type", "hello"},
                {"token", token_of("C005")},
                {"resume", {{"session", welcome.at("session")}, {"seq", 0}}}});
    CHECK(thief.next().at("code") == "session_expired");
}

}  // namespace parlance::tests
