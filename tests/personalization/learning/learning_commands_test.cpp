#include "personalization/learning/learning_commands.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/personalization/learning/command_run.h"
#include "tests/personalization/learning/made_rows.h"

using namespace parlance;
using namespace parlance::personalization;
using tests::Answer;
using tests::run;

namespace {

// A folder of its own with a table of made rows; removed in the end.
class Workplace {
public:
    Workplace() {
        folder_ =
            std::filesystem::temp_directory_path() / ("parlance-learning-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
        write("made.csv", 1, 0);
        write("later.csv", 2, 1.5);
    }
    ~Workplace() {
        std::error_code ignored;  // a folder that stays does no harm
        std::filesystem::remove_all(folder_, ignored);
    }
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;

    std::string file(const std::string& name) const { return (folder_ / name).string(); }

private:
    void write(const std::string& name, std::uint32_t seed, double shift) const {
        const LabelledMatrix made = tests::made_rows(600, seed, shift);
        std::ofstream out(folder_ / name);
        out << "first;second;third;same;churn\n";
        for (std::size_t i = 0; i < made.size(); ++i) {
            const auto row = made.features.row(i);
            out << row[0] << ";" << row[1] << ";" << (row[2] > 0 ? "yes" : "no") << ";EUR;"
                << (made.labels[i] != 0 ? "yes" : "no") << "\n";
        }
    }

    std::filesystem::path folder_;
};

}  // namespace

TEST_CASE("churn is trained, measured and explained by commands", "[personalization][churn][commands]") {
    const Workplace place;
    const std::string model = place.file("made.churn");
    const Answer trained =
        run(train_churn_command(), {{"data", place.file("made.csv")}, {"output", model}, {"json", "true"}});
    CAPTURE(trained.notes);
    REQUIRE(trained.exit == ExitCode::ok);
    CHECK(trained.json()["target"] == "churn = yes");
    CHECK(trained.json()["candidates"].size() == 6);
    CHECK(trained.json()["schema"][3]["reason"] == "constant: the same in every row");

    const std::map<std::string, std::string> scoring = {
        {"data", place.file("later.csv")}, {"model", model}, {"json", "true"}, {"explain", "2"}};
    const Answer scored = run(eval_churn_command(), scoring);
    REQUIRE(scored.exit == ExitCode::ok);
    const nlohmann::json measures = scored.json();
    CHECK(measures["rows"] == 600);
    CHECK(measures["roc_auc"] > 0.85);
    CHECK(measures["drift"]["rate"] > measures["drift"]["foretold_rate"]);
    CHECK(measures["likeliest"].size() == 2);
    CHECK_FALSE(measures["likeliest"][0]["drivers"].empty());

    auto recalibrating = scoring;
    recalibrating["recalibrated"] = place.file("anew.churn");
    REQUIRE(run(eval_churn_command(), recalibrating).exit == ExitCode::ok);
    auto again = scoring;
    again["model"] = place.file("anew.churn");
    const nlohmann::json anew = run(eval_churn_command(), again).json();
    CHECK(anew["ece"] < measures["ece"]);
    CHECK(anew["roc_auc"].get<double>() == Approx(measures["roc_auc"].get<double>()).margin(0.005));
}

TEST_CASE("cross-validation by command has every measure and a diagram",
          "[personalization][churn][commands]") {
    const Workplace place;
    const Answer measured = run(eval_churn_command(), {{"data", place.file("made.csv")},
                                                       {"folds", "2"},
                                                       {"temporal", "true"},
                                                       {"svg", place.file("r.svg")},
                                                       {"json", "true"}});
    CAPTURE(measured.notes);
    REQUIRE(measured.exit == ExitCode::ok);
    const nlohmann::json json = measured.json();
    for (const char* key : {"accuracy", "majority_accuracy", "roc_auc", "pr_auc", "brier", "ece", "f1",
                            "precision_at_10", "precision_at_20", "capture_at_10", "capture_at_20"}) {
        CAPTURE(key);
        CHECK(json[key].is_number());
        CHECK(json["folds"]["mean"][key].is_number());
        CHECK(json["temporal"][key].is_number());
    }
    CHECK(json["temporal"]["rows"] == 120);
    std::ifstream svg(place.file("r.svg"));
    std::string begin(4, ' ');
    svg.read(begin.data(), 4);
    CHECK(begin == "<svg");
}

TEST_CASE("wrong use of the learning commands is told", "[personalization][churn][commands]") {
    const Workplace place;
    const std::string made = place.file("made.csv");
    const auto [given, exit, words] =
        GENERATE_COPY(table<std::map<std::string, std::string>, ExitCode, std::string>({
            {{{"data", "/no/such.csv"}}, ExitCode::io, "cannot read /no/such.csv"},
            {{{"data", made}, {"folds", "1"}}, ExitCode::usage, "--folds must be"},
            {{{"data", made}, {"target", "chrun"}}, ExitCode::findings, "did you mean \"churn\"?"},
            {{{"data", made}, {"model", "/no/model"}}, ExitCode::io, "parlance train churn"},
            {{{"data", made}, {"model", made}}, ExitCode::io, "another kind"},
            {{{"data", made}, {"horizon-days", "9"}, {"horizon-weeks", "9"}}, ExitCode::usage, "one of"},
        }));
    const Answer answer = run(eval_churn_command(), given);
    CAPTURE(answer.notes);
    CHECK(answer.exit == exit);
    CHECK(answer.notes.find(words) != std::string::npos);
    CHECK(answer.out.empty());
}

TEST_CASE("a trained model scores a table that has no target", "[personalization][churn][commands]") {
    const Workplace place;
    const std::string model = place.file("made.churn");
    REQUIRE(run(train_churn_command(), {{"data", place.file("made.csv")}, {"output", model}}).exit ==
            ExitCode::ok);
    std::ofstream(place.file("new.csv")) << "second,first,third\n0.5,2,no\n0.5,-2,yes\n";
    const Answer scored = run(predict_command(), {{"data", place.file("new.csv")}, {"model", model}});
    CAPTURE(scored.notes, scored.out);
    REQUIRE(scored.exit == ExitCode::ok);
    std::istringstream lines(scored.out);
    std::string header;
    std::string likely;
    std::string unlikely;
    std::getline(lines, header);
    std::getline(lines, likely);
    std::getline(lines, unlikely);
    CHECK(header == "line,probability");
    REQUIRE(likely.starts_with("2,"));
    REQUIRE(unlikely.starts_with("3,"));
    CHECK(std::stod(likely.substr(2)) > 0.8);
    CHECK(std::stod(unlikely.substr(2)) < 0.1);

    const std::string file = place.file("scores.csv");
    run(predict_command(), {{"data", place.file("new.csv")}, {"model", model}, {"output", file}});
    std::ostringstream written;
    written << std::ifstream(file).rdbuf();
    CHECK(written.str() == scored.out);
}

TEST_CASE("scoring names every column that is missing, with what is near",
          "[personalization][churn][commands]") {
    const Workplace place;
    const std::string model = place.file("made.churn");
    REQUIRE(run(train_churn_command(), {{"data", place.file("made.csv")}, {"output", model}}).exit ==
            ExitCode::ok);
    std::ofstream(place.file("new.csv")) << "frist,second\n1,2\n";
    const Answer scored = run(predict_command(), {{"data", place.file("new.csv")}, {"model", model}});
    CHECK(scored.exit == ExitCode::findings);
    CHECK(scored.notes.find("no column \"first\"; did you mean \"frist\"?") != std::string::npos);
    CHECK(scored.notes.find("no column \"third\"") != std::string::npos);
}
