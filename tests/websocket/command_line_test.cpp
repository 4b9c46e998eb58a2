#include "websocket/command_line.h"

#include <catch2/catch.hpp>
#include <sstream>

namespace parlance::websocket {

namespace {

ProgramCommand told(const std::string& name, std::ostringstream& said, std::vector<CommandOption> options) {
    return {name, "", std::move(options),
            [name, &said](const CommandArguments& given, const CommandStreams&) {
                said << name;
                for (const auto& [key, value] : given.values) said << " " << key << "=" << value;
                return ExitCode::ok;
            }};
}

struct Answer {
    ExitCode exit;
    std::string said;
    std::string notes;
};

// `train [pack]` with the subject `churn --data FILE`.
Answer run(std::vector<const char*> words) {
    using Kind = CommandOption::Kind;
    std::ostringstream said;
    const std::vector<ProgramCommand> commands = {
        with_subjects(told("train", said, {{"pack", "", Kind::positional, false, "default"}}),
                      {told("churn", said, {{"--data", "", Kind::text, true, ""}})})};
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream notes;
    words.insert(words.begin(), "parlance");
    const ExitCode exit =
        run_command_line(static_cast<int>(words.size()), words.data(), commands, {in, out, notes});
    return {exit, said.str(), notes.str()};
}

}  // namespace

TEST_CASE("a command's first word may name its subject", "[websocket][command_line]") {
    const auto [words, said] = GENERATE(table<std::vector<const char*>, std::string>({
        {{"train"}, "train pack=default"},
        {{"train", "folder"}, "train pack=folder"},
        {{"train", "./churn"}, "train pack=./churn"},
        {{"train", "churn", "--data", "x.csv"}, "churn data=x.csv"},
        {{"train", "churn", "--data", "x.csv", "--json"}, "churn data=x.csv json=true"},
    }));
    CHECK(run(words).said == said);
}

TEST_CASE("a subject's wrong options are told with the right one", "[websocket][command_line]") {
    const Answer answer = run({"train", "churn", "--dato", "x.csv"});
    CHECK(answer.exit == ExitCode::usage);
    CHECK(answer.notes.find("did you mean \"--data\"?") != std::string::npos);
    CHECK(run({"train", "churn"}).exit == ExitCode::usage);
    CHECK(run({"train", "chrun", "--dato"}).notes.find("did you mean \"churn\"?") != std::string::npos);
}

}  // namespace parlance::websocket
