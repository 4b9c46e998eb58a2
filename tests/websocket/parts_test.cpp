#include <catch2/catch.hpp>
#include <sstream>

#include "websocket/command_line.h"
#include "websocket/config.h"
#include "websocket/locale_choice.h"
#include "websocket/origin.h"
#include "websocket/replay_log.h"
#include "websocket/session_store.h"
#include "websocket/token_bucket.h"

namespace parlance::tests {

using namespace websocket;

TEST_CASE("a token bucket allows its burst, then its rate", "[websocket][limits]") {
    const TokenBucket::Moment start{};
    TokenBucket bucket(2, 3, start);
    for (int i = 0; i < 3; ++i) CHECK(bucket.take(start));
    CHECK_FALSE(bucket.take(start));
    CHECK(bucket.retry_after_s() == Approx(0.5));
    CHECK(bucket.take(start + std::chrono::milliseconds(500)));
    CHECK_FALSE(bucket.take(start + std::chrono::milliseconds(600)));
    CHECK(bucket.take(start + std::chrono::hours(1)));
    TokenBucket unlimited(0, 0, start);
    for (int i = 0; i < 100; ++i) CHECK(unlimited.take(start));
}

TEST_CASE("a replay log gives what came after a frame, as long as it has all of it", "[websocket][resume]") {
    const auto frame = [](const std::string& text) { return std::make_shared<const std::string>(text); };
    ReplayLog log(3, 10);
    CHECK(log.after(0)->empty());
    CHECK_FALSE(log.after(1));
    for (const char* text : {"1", "2", "3"}) log.add(frame(text));
    REQUIRE(log.after(1));
    CHECK(log.after(1)->size() == 2);
    CHECK(*log.after(1)->front() == "2");
    CHECK(log.after(3)->empty());
    CHECK_FALSE(log.after(4));
    SECTION("the number of frames is bounded") {
        log.add(frame("4"));
        CHECK_FALSE(log.after(0));
        CHECK(log.after(1)->size() == 3);
    }
    SECTION("and their bytes") {
        log.add(frame("ten bytes!"));
        CHECK_FALSE(log.after(2));
        CHECK(log.after(3)->size() == 1);
        log.add(frame("more than ten"));
        CHECK_FALSE(log.after(4));
        CHECK(log.after(5)->empty());
    }
}

TEST_CASE("origins are the server's own, allowed ones, or absent", "[websocket][security]") {
    const std::vector<std::string> allowed = {"https://bank.example"};
    const auto [origin, host, loopback_only, expected] =
        GENERATE(table<std::string, std::string, bool, bool>({
            {"", "localhost:8080", true, true},
            {"http://localhost:8080", "localhost:8080", true, true},
            {"http://127.0.0.1:8080", "127.0.0.1:8080", true, true},
            {"http://[::1]:8080", "[::1]:8080", true, true},
            {"https://chat.example", "chat.example", false, true},
            {"https://bank.example", "localhost:8080", true, true},
            {"https://bank.example.evil.example", "localhost:8080", true, false},
            {"http://localhost:8081", "localhost:8080", true, false},
            {"http://rebound.example:8080", "rebound.example:8080", true, false},
            {"http://rebound.example:8080", "rebound.example:8080", false, true},
            {"null", "localhost:8080", true, false},
        }));
    CAPTURE(origin, host);
    CHECK(is_allowed_origin({origin, host, allowed, loopback_only}) == expected);
}

TEST_CASE("a client's language is the nearest one the pack speaks", "[websocket][protocol]") {
    const std::vector<Locale> languages = {{"en"}, {"de"}};
    const auto [tag, expected] = GENERATE(table<std::string, std::string>({{"de", "de"},
                                                                           {"de-AT", "de"},
                                                                           {"de_CH", "de"},
                                                                           {"fr", "en"},
                                                                           {"", "en"},
                                                                           {"deu", "en"},
                                                                           {"-", "en"}}));
    CAPTURE(tag);
    CHECK(choose_locale(tag, languages).tag == expected);
}

TEST_CASE("a session store knows a session by its whole id only", "[websocket][resume]") {
    auto store = SessionStore::open(":memory:");
    REQUIRE(store.has_value());
    const SessionBinding binding{{"c1"}, {"C001"}};
    REQUIRE((*store)->keep("c1.secret", binding, system_clock()()));
    CHECK((*store)->find("c1.secret").value() == binding);
    CHECK_FALSE((*store)->find("c1.other").value());
    CHECK_FALSE((*store)->find("c1").value());
    REQUIRE((*store)->forget("c1.secret"));
    CHECK_FALSE((*store)->find("c1.secret").value());
    REQUIRE((*store)->keep("c2.secret", binding, system_clock()()));
    CHECK((*store)->erase({"C001"}).value() == 1);
    CHECK(SessionStore::open("/no/such/folder/sessions.db").error().code == ErrorCode::storage_failed);
}

TEST_CASE("the command line runs the named command with what was given", "[websocket][command_line]") {
    using Kind = CommandOption::Kind;
    CommandArguments seen;
    const std::vector<ProgramCommand> commands = {
        {"train",
         "",
         {{"pack", "", Kind::positional, false, "here"},
          {"-o,--output", "", Kind::text, false, ""},
          {"--seed", "", Kind::integer, false, "1"},
          {"--strict", "", Kind::flag, false, ""}},
         [&](const CommandArguments& arguments, const CommandStreams&) {
             seen = arguments;
             return ExitCode::findings;
         }},
        {"serve", "", {}, [](const CommandArguments&, const CommandStreams&) { return ExitCode::ok; }},
    };
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream notes;
    const auto run = [&](std::vector<const char*> words) {
        words.insert(words.begin(), "parlance");
        return run_command_line(static_cast<int>(words.size()), words.data(), commands, {in, out, notes});
    };
    SECTION("defaults fill in what is absent") {
        CHECK(run({"train"}) == ExitCode::findings);
        CHECK(seen.values == std::map<std::string, std::string>{{"pack", "here"}, {"seed", "1"}});
    }
    SECTION("everything given arrives under its long name") {
        CHECK(run({"train", "there", "-o", "file", "--seed=7", "--strict", "--json"}) == ExitCode::findings);
        CHECK(
            seen.values ==
            std::map<std::string, std::string>{
                {"pack", "there"}, {"output", "file"}, {"seed", "7"}, {"strict", "true"}, {"json", "true"}});
    }
    SECTION("wrong usage is exit code 2, with the nearest right word") {
        using Words = std::vector<const char*>;
        const auto [words, hint] = GENERATE(table<Words, std::string>({
            {Words{"trian"}, "train"},
            {Words{"train", "--sed", "7"}, "--seed"},
            {Words{"train", "--strikt"}, "--strict"},
            {Words{"train", "--seed", "many"}, ""},
            {Words{"train", "a", "b"}, ""},
            {Words{}, ""},
        }));
        CHECK(run(words) == ExitCode::usage);
        CHECK_FALSE(notes.str().empty());
        CHECK(notes.str().find(hint) != std::string::npos);
    }
    SECTION("help and version are no errors") {
        CHECK(run({"--version"}) == ExitCode::ok);
        CHECK(out.str() == "parlance 0.1.0\n");
        CHECK(run({"train", "--help"}) == ExitCode::ok);
    }
}

}  // namespace parlance::tests
