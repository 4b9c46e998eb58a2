#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "dialogue/chat_command.h"
#include "dialogue/storage/temporary_folder.h"
#include "dialogue/test_command.h"
#include "dialogue/validate_command.h"
#include "tests/pack_root.h"

using namespace parlance;
using namespace parlance::dialogue;

namespace {

struct Ran {
    ExitCode exit;
    std::string out;
    std::string notes;
};

Ran run(const ProgramCommand& command, std::map<std::string, std::string> values,
        const std::string& input = {}) {
    for (const auto& option : command.options) {
        const auto name = option.name.starts_with("--") ? option.name.substr(2) : option.name;
        if (!option.default_value.empty()) values.emplace(name, option.default_value);
    }
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream notes;
    const auto exit = command.run({values}, {in, out, notes});
    return {exit, out.str(), notes.str()};
}

const std::string pack = tests::pack_root().string();

void write(const std::filesystem::path& file, const std::string& text) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << text;
}

}  // namespace

TEST_CASE("test plays a folder of scripts and counts", "[dialogue][command]") {
    const auto folder = TemporaryFolder::make().value();
    const auto junit = (folder.path() / "junit.xml").string();
    write(folder.path() / "scripts/one.chat", "# Hello\n> /greet\n< small_talk.greet\n");
    write(folder.path() / "scripts/deeper/two.chat", "# Bye\n> /goodbye\n< small_talk.goodbye\n");
    write(folder.path() / "scripts/notes.txt", "no script");
    const auto scripts = (folder.path() / "scripts").string();
    const auto command = make_test_command({});

    const auto all = run(command, {{"pack", pack}, {"scripts", scripts}, {"junit", junit}});
    CHECK(all.exit == ExitCode::ok);
    CHECK(all.out == "2 passed, 0 failed\n");
    CHECK(std::filesystem::file_size(junit) > 100);

    const auto filtered =
        run(command, {{"pack", pack}, {"scripts", scripts}, {"filter", "Hello"}, {"store", "sqlite"}});
    CHECK(filtered.out == "1 passed, 0 failed\n");

    write(folder.path() / "scripts/three.chat", "# Wrong\n> /greet\n< small_talk.goodbye\n");
    const auto failed = run(command, {{"pack", pack}, {"scripts", scripts}, {"json", "true"}});
    CHECK(failed.exit == ExitCode::findings);
    CHECK(nlohmann::json::parse(failed.out)["failed"] == 1);
    CHECK_THAT(failed.notes, Catch::Contains("three.chat:3:1: expected: < small_talk.goodbye"));

    const auto one = run(command, {{"pack", pack}, {"scripts", scripts + "/one.chat"}});
    CHECK(one.out == "1 passed, 0 failed\n");
}

TEST_CASE("test fails on a script that it cannot read, and plays the others", "[dialogue][command]") {
    const auto folder = TemporaryFolder::make().value();
    write(folder.path() / "one.chat", "> /greet\n< small_talk.greet\n");
    write(folder.path() / "two.chat", "> /greet\nfolw x\n");
    const auto ran = run(make_test_command({}), {{"pack", pack}, {"scripts", folder.path().string()}});
    CHECK(ran.exit == ExitCode::findings);
    CHECK(ran.out == "1 passed, 0 failed\n");
    CHECK_THAT(ran.notes, Catch::Contains("two.chat:2:1") && Catch::Contains("did you mean \"flow\"?"));
}

TEST_CASE("test refuses what it cannot do", "[dialogue][command]") {
    const auto folder = TemporaryFolder::make().value();
    write(folder.path() / "one.chat", "> /greet\n< small_talk.greet\n");
    const auto scripts = folder.path().string();
    using Values = std::map<std::string, std::string>;
    const std::vector<std::pair<Values, ExitCode>> refused{
        {{{"pack", pack}, {"scripts", scripts}, {"transport", "pigeon"}}, ExitCode::usage},
        {{{"pack", pack}, {"scripts", scripts}, {"transport", "websocket"}}, ExitCode::usage},
        {{{"pack", pack}, {"scripts", scripts}, {"store", "paper"}}, ExitCode::usage},
        {{{"pack", pack}, {"scripts", scripts + "/nowhere"}}, ExitCode::usage},
        {{{"pack", pack}, {"scripts", scripts}, {"filter", "no such title"}}, ExitCode::usage},
        {{{"pack", pack}, {"scripts", scripts}, {"model", scripts + "/no.model"}}, ExitCode::io},
        {{{"pack", pack}, {"scripts", scripts}, {"junit", scripts + "/no/where.xml"}}, ExitCode::io},
        {{{"pack", scripts + "/nowhere"}, {"scripts", scripts}}, ExitCode::io},
        {{{"pack", scripts}, {"scripts", scripts}}, ExitCode::findings},
    };
    for (const auto& [values, exit] : refused) {
        const auto ran = run(make_test_command({}), values);
        CAPTURE(ran.notes);
        CHECK(ran.exit == exit);
        CHECK_FALSE(ran.notes.empty());
    }
}

TEST_CASE("test plays over the transport it is given", "[dialogue][command]") {
    const auto folder = TemporaryFolder::make().value();
    write(folder.path() / "one.chat", "> hello\n< a\nphase idle\n");
    const ScriptTransport transport = [](const ScriptStage&) -> Result<PlayMessage> {
        return PlayMessage([](const ScriptMessage&) -> Result<ObservedTurn> {
            ObservedTurn turn;
            turn.said = {"a"};
            turn.phase = "idle";
            return turn;
        });
    };
    const auto ran = run(make_test_command(transport),
                         {{"pack", pack}, {"scripts", folder.path().string()}, {"transport", "websocket"}});
    CHECK(ran.out == "1 passed, 0 failed\n");
}

TEST_CASE("validate finds nothing wrong with the banking pack", "[dialogue][command]") {
    const auto ran = run(make_validate_command(), {{"pack", pack}});
    CHECK(ran.exit == ExitCode::ok);
    CHECK_THAT(ran.out, Catch::Contains(" files, ") && Catch::EndsWith(" ms\n"));
}

TEST_CASE("validate reports a broken pack whole", "[dialogue][command]") {
    const auto folder = TemporaryFolder::make().value();
    write(folder.path() / "flows/bad.json", "{\"flow\": ");
    write(folder.path() / "tests/bad.chat", "> a\nfolw x\n");
    const auto ran = run(make_validate_command(), {{"pack", folder.path().string()}});
    CHECK(ran.exit == ExitCode::findings);
    CHECK_THAT(ran.out, Catch::Contains("flows/bad.json:1:") && Catch::Contains("tests/bad.chat:2:1"));
    CHECK_THAT(ran.out, Catch::Contains(" problems (") && Catch::Contains(" in 1 file"));

    const auto json = run(make_validate_command(), {{"pack", folder.path().string()}, {"json", "true"}});
    const auto report = nlohmann::json::parse(json.out);
    CHECK(report["errors"].get<int>() >= 2);
    CHECK(report["problems"][0].contains("message"));
    CHECK_THAT(json.notes, Catch::Contains(" problems ("));
}

TEST_CASE("validate with --strict counts warnings as errors", "[dialogue][command]") {
    const auto folder = TemporaryFolder::make().value();
    std::filesystem::copy(pack, folder.path() / "pack", std::filesystem::copy_options::recursive);
    write(folder.path() / "pack/tests/quiet.chat", "> a\n< b\n> c\n");
    const std::map<std::string, std::string> values{{"pack", (folder.path() / "pack").string()}};
    const auto lenient = run(make_validate_command(), values);
    CHECK(lenient.exit == ExitCode::ok);
    CHECK_THAT(lenient.out, Catch::Contains("warning[W0701]"));
    auto strictly = values;
    strictly["strict"] = "true";
    CHECK(run(make_validate_command(), strictly).exit == ExitCode::findings);
}

TEST_CASE("validate refuses a folder that is not there", "[dialogue][command]") {
    const auto ran = run(make_validate_command(), {{"pack", "/no/such/folder"}});
    CHECK(ran.exit == ExitCode::io);
    CHECK_THAT(ran.notes, Catch::Contains("/no/such/folder"));
}

TEST_CASE("chat answers line by line and ends with the input", "[dialogue][command]") {
    const auto ran = run(make_chat_command(), {{"pack", pack}}, "/greet\n/goodbye");
    CHECK(ran.exit == ExitCode::ok);
    CHECK_THAT(ran.out, Catch::Contains("Anna"));
}

TEST_CASE("chat takes numbers as buttons and answers its own commands", "[dialogue][command]") {
    const auto ran = run(make_chat_command(), {{"pack", pack}, {"debug", "true"}},
                         "/why\n/transfer_money\n/state\n/why\n/cancel\n/card_lost\n1\n/state\n\n/reset\n/"
                         "state\n/help\n/quit\n/greet\n");
    CHECK(ran.exit == ExitCode::ok);
    CHECK_THAT(ran.out, Catch::Contains("[1] Debit card"));
    CHECK_THAT(ran.notes, Catch::Contains("nothing has been said yet"));
    CHECK_THAT(ran.notes, Catch::Contains("transfer_money (regular) at who"));
    CHECK_THAT(ran.notes, Catch::Contains("said transfer.ask_payee"));
    CHECK_THAT(ran.notes, Catch::Contains("command: start_flow card_lost"));
    CHECK_THAT(ran.notes, Catch::Contains("card = debit"));
    CHECK_THAT(ran.notes, Catch::Contains("a new conversation"));
    CHECK(ran.out.find("Anna") == std::string::npos);
}

TEST_CASE("chat with --json prints one line a reply", "[dialogue][command]") {
    const auto ran =
        run(make_chat_command(), {{"pack", pack}, {"json", "true"}, {"customer", "C007"}, {"lang", "de"}},
            "/greet\n/check_balance\n");
    std::istringstream lines(ran.out);
    std::vector<nlohmann::json> replies;
    for (std::string line; std::getline(lines, line);) replies.push_back(nlohmann::json::parse(line));
    REQUIRE(replies.size() == 2);
    CHECK(replies[0]["said"][0] == "small_talk.greet");
    CHECK(replies[0]["turn"] == 1);
    CHECK(replies[1]["state"]["phase"] == "idle");
    CHECK(replies[1]["facts"][0]["source"] != "");
    CHECK_THAT(replies[1]["text"].get<std::string>(), Catch::Contains("2.210,04"));
}

TEST_CASE("chat refuses a customer or a language that is not there", "[dialogue][command]") {
    const auto customer = run(make_chat_command(), {{"pack", pack}, {"customer", "C999"}});
    CHECK(customer.exit == ExitCode::usage);
    CHECK_THAT(customer.notes, Catch::Contains("C999"));
    const auto language = run(make_chat_command(), {{"pack", pack}, {"lang", "fr"}});
    CHECK(language.exit == ExitCode::usage);
    CHECK_THAT(language.notes, Catch::Contains("fr"));
}
