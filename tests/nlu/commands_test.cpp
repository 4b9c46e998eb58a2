#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "nlu/train_command.h"
#include "tests/nlu/classifier_fixture.h"
#include "tests/pack_root.h"

using namespace parlance;

namespace {

// A folder of our own that goes with the object.
struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("parlance_commands_test_" + std::to_string(::getpid()));
    Folder() { std::filesystem::create_directories(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path); }
    std::string file(const std::string& name, const std::string& content = {}) const {
        if (!content.empty()) std::ofstream(path / name, std::ios::binary) << content;
        return (path / name).string();
    }
};

struct Ran {
    ExitCode exit;
    std::string out;
    std::string notes;
};

Ran run(const ProgramCommand& command, std::map<std::string, std::string> values) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream notes;
    const ExitCode exit = command.run({std::move(values)}, {in, out, notes});
    return {exit, out.str(), notes.str()};
}

ProgramCommand subject(const ProgramCommand& command, const std::string& name) {
    return *std::find_if(command.subjects.begin(), command.subjects.end(),
                         [&](const ProgramCommand& one) { return one.name == name; });
}

std::string training_lines() {
    std::string lines;
    for (const nlu::LabelledText& text : tests::small_training_set())
        lines += text.label.text + "\t" + text.text + "\n";
    return lines;
}

}  // namespace

TEST_CASE("train, eval and parse work hand in hand", "[nlu][commands]") {
    const Folder folder;
    const std::string model = folder.file("m.model");
    const Ran trained =
        run(nlu::train_command(),
            {{"data", folder.file("train.tsv", training_lines())}, {"output", model}, {"json", "true"}});
    REQUIRE(trained.exit == ExitCode::ok);
    CHECK(nlohmann::json::parse(trained.out).at("intents") == 7);
    CHECK_THAT(trained.notes, Catch::Contains("training: 0 %"));

    const std::string test = folder.file("test.tsv", "balance\tmy balance\ntransfer\twire money please\n");
    const std::string oos = folder.file("oos.tsv", "oos\tthe pizza of the weather\n");
    const Ran measured =
        run(nlu::eval_command(), {{"data", test}, {"oos", oos}, {"model", model}, {"json", "true"}});
    REQUIRE(measured.exit == ExitCode::ok);
    const auto report = nlohmann::json::parse(measured.out);
    for (const char* key : {"accuracy", "macro_f1", "oos_auroc", "oos_recall_at_95", "ece",
                            "messages_per_second", "examples", "intents"}) {
        CHECK(report.contains(key));
    }
    CHECK(report.at("accuracy") == 1.0);

    const std::string wrong = folder.file("wrong.tsv", "mortgage\tmy balance\n");
    CHECK(run(nlu::eval_command(), {{"data", wrong}, {"model", model}, {"min-accuracy", "0.5"}}).exit ==
          ExitCode::findings);
}

TEST_CASE("sentiment is trained and measured by itself", "[nlu][commands][sentiment]") {
    const Folder folder;
    const std::string model = folder.file("s.model");
    std::string lines = "label\tsentence\n";
    for (const char* end : {"", " today", " again", " really", " then"}) {
        lines += std::string("negative\tthis is outrageous") + end + "\n";
        lines += std::string("positive\tthank you so much") + end + "\n";
    }
    const std::string data = folder.file("train.tsv", lines);
    const Ran trained = run(subject(nlu::train_command(), "sentiment"),
                            {{"data", data}, {"output", model}, {"json", "true"}});
    CAPTURE(trained.notes);
    REQUIRE(trained.exit == ExitCode::ok);
    CHECK(nlohmann::json::parse(trained.out).at("examples") == 10);
    const Ran measured =
        run(subject(nlu::eval_command(), "sentiment"),
            {{"data", folder.file("t.tsv", "negative\toutrageous this\npositive\tthank you\n")},
             {"model", model},
             {"pack", folder.file("no_pack")},
             {"json", "true"}});
    CAPTURE(measured.notes);
    REQUIRE(measured.exit == ExitCode::ok);
    CHECK(nlohmann::json::parse(measured.out).at("accuracy") == 1.0);
    CHECK(nlohmann::json::parse(measured.out).at("examples") == 2);

    const std::string other = folder.file("other.tsv", "1\tgood film\n0\tbad film\n1\tgood\n0\tbad\n");
    const Ran warned = run(subject(nlu::train_command(), "sentiment"), {{"data", other}, {"output", model}});
    CHECK(warned.exit == ExitCode::ok);
    CHECK_THAT(warned.notes, Catch::Contains("no feelings") && Catch::Contains(": 0 1\n"));
}

TEST_CASE("a pack's lines of feeling with an error are told with their place", "[nlu][commands][sentiment]") {
    const Folder folder;
    std::filesystem::copy(tests::pack_root(), folder.file("pack"), std::filesystem::copy_options::recursive);
    folder.file("pack/sentiment/train_de.tsv", "negativ\tanger\tso ein Mist\n");
    const Ran ran = run(subject(nlu::train_command(), "sentiment"), {{"pack", folder.file("pack")}});
    CHECK(ran.exit == ExitCode::findings);
    CHECK_THAT(ran.notes, Catch::Contains("sentiment/train_de.tsv:1:1") && Catch::Contains("\"negative\""));
}

TEST_CASE("parse prints the whole understanding", "[nlu][commands][pack]") {
    const Ran ran = run(nlu::parse_command(), {{"text", "transfer 100 euros to Anna tomorrow"},
                                               {"pack", tests::pack_root().string()},
                                               {"lang", "en"},
                                               {"json", "true"}});
    CAPTURE(ran.notes);
    REQUIRE(ran.exit == ExitCode::ok);
    const auto analysis = nlohmann::json::parse(ran.out);
    CHECK(analysis.at("lang") == "en");
    CHECK_FALSE(analysis.at("intent").at("ranking").empty());
    const auto& entities = analysis.at("entities");
    const bool has_money = std::any_of(entities.begin(), entities.end(), [](const auto& entity) {
        return entity.at("type") == "money" && entity.at("value") == "100.00 EUR" && entity.at("start") == 9;
    });
    CHECK(has_money);
}

TEST_CASE("bad input ends with its exit code and says what to do", "[nlu][commands]") {
    const Folder folder;
    const std::string good = folder.file("good.tsv", "a\tx\nb\ty\n");
    const std::string bad = folder.file("bad.tsv", "a\tx\nno tab\n");
    const std::string one = folder.file("one.tsv", "a\tx\n");
    const std::string no_data = folder.file("none.tsv");
    const std::string no_model = folder.file("none.model");
    const std::string no_pack = folder.file("nopack");
    const std::string junk = folder.file("junk.model", "this is no model");
    using Values = std::map<std::string, std::string>;
    const auto [command, values, exit,
                note] = GENERATE_COPY(table<std::string, Values, ExitCode, std::string>({
        {"train", {{"data", bad}}, ExitCode::findings, "bad.tsv:2"},
        {"train", {{"data", no_data}}, ExitCode::io, "none.tsv"},
        {"train", {{"data", one}}, ExitCode::findings, "two intents"},
        {"train", {{"pack", no_pack}}, ExitCode::io, "E0001"},
        {"train", {{"data", good}, {"seed", "many"}}, ExitCode::usage, "--seed"},
        {"eval", {{"data", good}, {"model", no_model}}, ExitCode::io, "parlance train"},
        {"eval", {{"data", good}, {"model", junk}}, ExitCode::io, "no Parlance model"},
        {"eval", {{"model", junk}, {"pack", no_pack}}, ExitCode::io, "E0001"},
        {"eval",
         {{"data", good}, {"model", junk}, {"min-accuracy", "2"}},
         ExitCode::usage,
         "between 0 and 1"},
        {"parse",
         {{"text", "hi"}, {"pack", tests::pack_root().string()}, {"model", no_model}},
         ExitCode::io,
         "parlance train"},
        {"parse", {{"text", " "}, {"pack", tests::pack_root().string()}}, ExitCode::usage, "no visible text"},
        {"parse",
         {{"text", "hi"}, {"pack", tests::pack_root().string()}, {"lang", "xx"}},
         ExitCode::usage,
         "xx"},
    }));
    CAPTURE(command, note);
    const ProgramCommand chosen = command == "train"  ? nlu::train_command()
                                  : command == "eval" ? nlu::eval_command()
                                                      : nlu::parse_command();
    const Ran ran = run(chosen, values);
    CHECK(ran.exit == exit);
    CHECK_THAT(ran.notes, Catch::Contains(note));
    CHECK(ran.out.empty());
}
