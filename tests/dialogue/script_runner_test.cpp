#include "dialogue/script_runner.h"

#include "tests/dialogue/banking_assistant.h"

using namespace parlance;
using namespace parlance::dialogue;
using tests::banking_world;
using tests::script_of;

namespace {

std::vector<std::string> failures_of(const ScriptOutcome& outcome) {
    std::vector<std::string> found;
    for (const auto& failure : outcome.failures) {
        found.push_back(std::to_string(failure.position.line) + ": " + failure.expected + " / " +
                        failure.seen);
    }
    return found;
}

std::vector<std::string> played(const std::string& text,
                                const ScriptTransport& transport = engine_transport()) {
    return failures_of(run_script(script_of(text), banking_world(), transport));
}

using Failures = std::vector<std::string>;

// Buttons' payloads: the same for every classifier.
const std::string greeting = "> /greet\n< small_talk.greet\nphase idle\nno flow\n";

// A transport that shows fixed turns, whatever is said.
ScriptTransport showing(const ObservedTurn& turn, int* connections = nullptr) {
    return [=](const ScriptStage&) -> Result<PlayMessage> {
        if (connections != nullptr) ++*connections;
        return PlayMessage([turn](const ScriptMessage&) -> Result<ObservedTurn> { return turn; });
    };
}

}  // namespace

TEST_CASE("a script that holds passes on every store", "[dialogue][script]") {
    auto world = banking_world();
    world.store = GENERATE(ScriptStore::memory, ScriptStore::sqlite);
    const auto outcome = run_script(script_of("# Hello twice\n" + greeting + "restart\n" + greeting), world,
                                    engine_transport());
    CHECK(failures_of(outcome) == Failures{});
    CHECK(outcome.passed());
    CHECK(outcome.file == "test.chat");
    CHECK(outcome.title == "Hello twice");
    CHECK(outcome.messages == 2);
    CHECK(outcome.spent.count() > 0);
}

TEST_CASE("every expectation that fails is told, and the script goes on", "[dialogue][script]") {
    CHECK(
        played("> /greet\n< small_talk.goodbye\nflow transfer_money\nphase idle\n> /greet\nphase asking\n") ==
        Failures{"2: < small_talk.goodbye / said: small_talk.greet", "3: flow transfer_money / no flow",
                 "6: phase asking / phase: idle"});
}

TEST_CASE("a failure shows the reply", "[dialogue][script]") {
    const auto outcome =
        run_script(script_of("> /greet\n< small_talk.goodbye\n"), banking_world(), engine_transport());
    REQUIRE(outcome.failures.size() == 1);
    CHECK_THAT(outcome.failures.front().reply, Catch::Contains("Anna"));
    CHECK_THAT(
        describe(outcome.failures.front(), "a.chat"),
        Catch::StartsWith(
            "a.chat:2:1: expected: < small_talk.goodbye\n    seen: said: small_talk.greet\n    reply: "));
}

TEST_CASE("a turn that fails is a failure unless it is expected", "[dialogue][script]") {
    CHECK(played(">\nno flow\n").size() == 1);
    CHECK(played(">\nerror bad_request\n") == Failures{});
    CHECK(played("> /greet\nerror bad_request\n") == Failures{"2: error bad_request / a reply, no error"});
}

TEST_CASE("an unknown customer is greeted by no name", "[dialogue][script]") {
    CHECK_FALSE(played("customer C999\n> /greet\n< small_talk.greet\n").empty());
    CHECK(played("customer C999\n> /greet\ntext !~ Anna\n") == Failures{});
}

TEST_CASE("a message id that comes again gets the stored reply", "[dialogue][script]") {
    CHECK(played("> [m1] /greet\n< small_talk.greet\n> [m1] /goodbye\n< small_talk.greet\n> [m2] /goodbye\n< "
                 "small_talk.goodbye\n") == Failures{});
    CHECK(played("> [m1] /greet\n< small_talk.greet\nrestart\n> [m1] /goodbye\n< small_talk.greet\n") ==
          Failures{});
}

TEST_CASE("the ledger is the customer's at the script's own bank", "[dialogue][script]") {
    CHECK(played("> /greet\nledger current = 2843.17 EUR\nledger savings = 6200.00 EUR\n") == Failures{});
    CHECK(played("> /greet\nledger current = 1.00 EUR\n") ==
          Failures{"2: ledger current = 1.00 EUR / balance: 2843.17 EUR"});
    CHECK(played("customer C002\n> /greet\nledger current = 186.42 EUR\n") == Failures{});
    CHECK(played("unavailable account\n> /greet\nledger current = 2843.17 EUR\n") == Failures{});
}

TEST_CASE("a look-up made unavailable fails for the engine", "[dialogue][script]") {
    CHECK(played("unavailable customer\n> /greet\ntext !~ Anna\n") == Failures{});
    CHECK(played("> /greet\ntext ~ Anna\n") == Failures{});
}

TEST_CASE("a restart connects anew", "[dialogue][script]") {
    int connections = 0;
    ObservedTurn turn;
    turn.phase = "idle";
    turn.said = {"a"};
    CHECK(played("> x\n< a\n> x\n< a\nrestart\n> x\n< a\n", showing(turn, &connections)) == Failures{});
    CHECK(connections == 2);
}

TEST_CASE("what was shown must be what is stored", "[dialogue][script]") {
    ObservedTurn turn;
    turn.phase = "asking";
    turn.flow = "transfer_money";
    turn.step = "who";
    CHECK(played("> x\nflow transfer_money who\n", showing(turn)) ==
          Failures{"1: flow transfer_money who, phase asking / stored: flow  , phase idle"});
}

TEST_CASE("a broken connection ends the script", "[dialogue][script]") {
    const ScriptTransport refusing = [](const ScriptStage&) -> Result<PlayMessage> {
        return Error{ErrorCode::io_failed, "nobody listens"};
    };
    CHECK(played(greeting, refusing) == Failures{"1: a connection / io_failed: nobody listens"});
    const ScriptTransport dropping = [](const ScriptStage&) -> Result<PlayMessage> {
        return PlayMessage([](const ScriptMessage&) -> Result<ObservedTurn> {
            return Error{ErrorCode::io_failed, "closed"};
        });
    };
    const auto outcome = run_script(script_of(greeting + greeting), banking_world(), dropping);
    CHECK(failures_of(outcome) == Failures{"1: a reply / io_failed: closed"});
    CHECK(outcome.messages == 1);
}

TEST_CASE("the clock stands still but for a second a message", "[dialogue][script]") {
    std::vector<std::string> moments;
    const ScriptTransport watching = [&](const ScriptStage& stage) -> Result<PlayMessage> {
        return PlayMessage([&](const ScriptMessage&) -> Result<ObservedTurn> {
            moments.push_back(to_rfc3339(stage.clock()));
            ObservedTurn turn;
            turn.phase = "idle";
            return turn;
        });
    };
    CHECK(played("clock 2026-01-02T03:04:05Z\n> x\nno flow\n> x\nrestart\n> x\n", watching) == Failures{});
    CHECK(moments == std::vector<std::string>{"2026-01-02T03:04:05.000Z", "2026-01-02T03:04:06.000Z",
                                              "2026-01-02T03:04:07.000Z"});
}

TEST_CASE("messages without an id get one of their own", "[dialogue][script]") {
    std::vector<std::string> ids;
    const ScriptTransport watching = [&](const ScriptStage&) -> Result<PlayMessage> {
        return PlayMessage([&](const ScriptMessage& message) -> Result<ObservedTurn> {
            ids.push_back(message.client_message_id);
            ObservedTurn turn;
            turn.phase = "idle";
            return turn;
        });
    };
    CHECK(played("> x\nno flow\n> [mine] x\n> x\n", watching) == Failures{});
    CHECK(ids == std::vector<std::string>{"message-1", "mine", "message-3"});
}
