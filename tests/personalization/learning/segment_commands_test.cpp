#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "personalization/learning/learning_commands.h"
#include "tests/personalization/learning/command_run.h"
#include "tests/personalization/learning/made_blobs.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

// A folder with a table of made blobs, removed in the end.
class Folder {
public:
    Folder() {
        path_ = std::filesystem::temp_directory_path() / ("parlance-segments-" + std::to_string(::getpid()));
        std::filesystem::create_directories(path_);
    }
    ~Folder() {
        std::error_code ignored;  // a folder that stays does no harm
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string file(const std::string& name) const { return (path_ / name).string(); }

    std::string table(const std::string& name, const tests::MadeBlobs& made) const {
        std::ofstream out(file(name));
        out << "customer,spent,logins,balance,age,branch,currency\n";
        for (std::size_t i = 0; i < made.features.size(); ++i) {
            const auto row = made.features.row(i);
            out << "c" << i << "," << row[0] << "," << row[1] << "," << row[2] << "," << row[3] << ","
                << (i % 2 == 0 ? "north" : "south") << ",EUR\n";
        }
        return file(name);
    }

private:
    std::filesystem::path path_;
};

std::string text_of(const std::string& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("segments are found, written, read back and named by commands",
          "[personalization][segments][commands]") {
    const Folder folder;
    const std::string input = folder.table("made.csv", tests::three_blobs(300, 1));
    const std::string model = folder.file("made.segments");
    const auto trained = tests::run(train_segments_command(), {{"data", input},
                                                               {"id", "customer"},
                                                               {"output", model},
                                                               {"members", folder.file("members.csv")},
                                                               {"most", "4"},
                                                               {"json", "true"}});
    CAPTURE(trained.notes, trained.out);
    REQUIRE(trained.exit == ExitCode::ok);
    const nlohmann::json found = trained.json();
    CHECK(found["chosen"] == 3);
    CHECK(found["segments"].size() == 3);
    CHECK(found["features"] == nlohmann::json({"spent", "logins", "balance", "age"}));
    CHECK(found["left_out"].size() == 2);
    const std::string members = text_of(folder.file("members.csv"));
    CHECK(members.starts_with("row,segment,share\nc0,"));
    CHECK(std::count(members.begin(), members.end(), '\n') == 301);

    // Rows of one blob alone are another population.
    const std::string later = folder.table("later.csv", tests::made_blobs({{8, 0, 0, 8}}, 100, 2));
    const auto placed =
        tests::run(eval_segments_command(), {{"data", later}, {"model", model}, {"json", "true"}});
    CAPTURE(placed.notes);
    REQUIRE(placed.exit == ExitCode::ok);
    CHECK(placed.json()["psi"] > 0.25);
    CHECK(placed.json()["rows"] == 100);
}

TEST_CASE("a table without segments is told so, in words", "[personalization][segments][commands]") {
    const Folder folder;
    const std::string input = folder.table("cloud.csv", tests::made_blobs({{0, 0, 0, 0}}, 200, 1));
    const std::map<std::string, std::string> given = {{"data", input}, {"id", "customer"}, {"most", "3"}};
    const auto trained = tests::run(train_segments_command(), given);
    CHECK(trained.exit == ExitCode::findings);
    CHECK(trained.out.find("fall into no segments") != std::string::npos);
    CHECK(tests::run(eval_segments_command(), given).exit == ExitCode::ok);
}

TEST_CASE("what is wrong with a segments command is told", "[personalization][segments][commands]") {
    const Folder folder;
    const std::string input = folder.table("made.csv", tests::three_blobs(60, 1));
    const auto [given, exit, words] =
        GENERATE(table<std::map<std::string, std::string>, ExitCode, std::string>({
            {{{"id", "custmer"}}, ExitCode::findings, "did you mean \"customer\"?"},
            {{{"drop", "agee,spend"}}, ExitCode::findings, "\"spend\""},
            {{{"drop", "agee,spend"}}, ExitCode::findings, "\"agee\""},
            {{{"keep", "branch"}, {"segments", "1"}}, ExitCode::usage, "--segments"},
            {{{"segments", "many"}}, ExitCode::usage, "--segments"},
        }));
    auto arguments = given;
    arguments["data"] = input;
    CAPTURE(words);
    const auto answer = tests::run(train_segments_command(), arguments);
    CHECK(answer.exit == exit);
    CHECK(answer.notes.find(words) != std::string::npos);
}

TEST_CASE("a segment model that is not there is named", "[personalization][segments][commands]") {
    const Folder folder;
    const std::string input = folder.table("made.csv", tests::three_blobs(60, 1));
    const auto answer =
        tests::run(eval_segments_command(), {{"data", input}, {"model", folder.file("none.segments")}});
    CHECK(answer.exit == ExitCode::io);
    CHECK(answer.notes.find("parlance train segments") != std::string::npos);
}
