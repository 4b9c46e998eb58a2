#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "dialogue/storage/temporary_folder.h"
#include "personalization/learning/binary_training.h"
#include "personalization/learning/learning_commands.h"
#include "personalization/learning/prequential.h"
#include "personalization/seeded_random.h"
#include "tests/personalization/learning/command_run.h"
#include "tests/personalization/learning/made_rows.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

BinaryModel trained_on(const LabelledMatrix& rows) {
    auto training = train_binary(rows, {});
    REQUIRE(training.has_value());
    return std::move(training->model);
}

double static_ece(const BinaryModel& model, const LabelledMatrix& rows) {
    return measure_binary(*model.probabilities(rows.features), rows.labels).ece;
}

}  // namespace

TEST_CASE("answers that come in put right how often the event is foretold", "[personalization][acceptance]") {
    const LabelledMatrix earlier = tests::made_rows(600, 1, 0);
    const BinaryModel model = trained_on(earlier);
    const LabelledMatrix later = tests::made_rows(3000, 2, 1.5);
    const auto measured = measure_prequentially(model, StandardScaling::fit(earlier.features), later);
    REQUIRE(measured.has_value());
    CHECK(measured->rows == 3000);
    CHECK(measured->ece < 0.5 * static_ece(model, later));
}

TEST_CASE("without answers the model goes on as it is", "[personalization][acceptance]") {
    const LabelledMatrix earlier = tests::made_rows(600, 1, 0);
    const BinaryModel model = trained_on(earlier);
    const LabelledMatrix later = tests::made_rows(600, 2, 1.5);
    const auto too_late =
        measure_prequentially(model, StandardScaling::fit(earlier.features), later, {600, 500});
    CHECK(too_late->ece == Approx(static_ece(model, later)));
}

TEST_CASE("no row sees its own answer, nor those within the delay", "[personalization][acceptance]") {
    const LabelledMatrix earlier = tests::made_rows(600, 1, 0);
    const BinaryModel model = trained_on(earlier);
    const auto scaling = StandardScaling::fit(earlier.features);
    LabelledMatrix later = tests::made_rows(1000, 2, 0);
    const auto before = measure_prequentially(model, scaling, later);
    // Other answers from the 750th row on: they are known after the last row, nothing may depend on them.
    for (std::size_t row = 750; row < 1000; ++row) later.labels[row] = 1 - later.labels[row];
    const auto log_loss_of_the_first = [&](const LabelledMatrix& rows) {
        std::vector<std::size_t> first(750);
        for (std::size_t i = 0; i < first.size(); ++i) first[i] = i;
        return measure_prequentially(model, scaling, rows.rows(first))->log_loss;
    };
    CHECK(before->roc_auc.value() > 0.8);
    CHECK(log_loss_of_the_first(later) == log_loss_of_the_first(tests::made_rows(1000, 2, 0)));
    CHECK(measure_prequentially(model, scaling, later)->roc_auc.value() < before->roc_auc.value());
}

TEST_CASE("what customers care about may turn: ranking follows", "[personalization][acceptance]") {
    const LabelledMatrix earlier = tests::made_rows(600, 1, 0);
    const BinaryModel model = trained_on(earlier);
    LabelledMatrix later = tests::made_rows(3000, 2, 0);
    for (auto& label : later.labels) label = 1 - label;  // who said yes now says no
    const auto by_model = measure_binary(*model.probabilities(later.features), later.labels);
    const auto measured = measure_prequentially(model, StandardScaling::fit(earlier.features), later);
    CHECK(by_model.roc_auc.value() < 0.2);
    CHECK(measured->roc_auc.value() > 0.6);
}

TEST_CASE("acceptance is measured at random, in time, and with answers coming in",
          "[personalization][acceptance][commands]") {
    const auto folder = dialogue::TemporaryFolder::make();
    const std::string file = (folder->path() / "contacts.csv").string();
    {
        std::ofstream out(file);
        out << "first;second;third;accepted\n";
        for (const auto& [rows, shift] : {std::pair{500U, 0.0}, std::pair{1500U, 1.5}}) {
            const LabelledMatrix made = tests::made_rows(rows, rows, shift);
            for (std::size_t i = 0; i < made.size(); ++i) {
                const auto row = made.features.row(i);
                out << row[0] << ";" << row[1] << ";" << row[2] << ";" << (made.labels[i] != 0 ? "yes" : "no")
                    << "\n";
            }
        }
    }
    const auto measured = tests::run(eval_acceptance_command(), {{"data", file},
                                                                 {"target", "accepted"},
                                                                 {"positive", "yes"},
                                                                 {"folds", "2"},
                                                                 {"test-percent", "75"},
                                                                 {"json", "true"}});
    CAPTURE(measured.notes);
    REQUIRE(measured.exit == ExitCode::ok);
    const auto json = measured.json();
    for (const char* key : {"base_rate", "majority_accuracy", "roc_auc", "pr_auc", "ece", "precision_at_5",
                            "precision_at_10", "precision_at_20", "capture_at_5"}) {
        CAPTURE(key);
        CHECK(json[key].is_number());
        CHECK(json["temporal"][key].is_number());
        CHECK(json["prequential"][key].is_number());
    }
    CHECK(json["temporal"]["rows"] == 1500);
    CHECK(json["prequential"]["ece"] < json["temporal"]["ece"]);

    const std::string model = (folder->path() / "model").string();
    const auto trained = tests::run(
        train_acceptance_command(),
        {{"data", file}, {"target", "accepted"}, {"positive", "yes"}, {"output", model}, {"json", "true"}});
    CAPTURE(trained.notes);
    REQUIRE(trained.exit == ExitCode::ok);
    const auto scored = tests::run(predict_command(), {{"model", model}, {"data", file}});
    REQUIRE(scored.exit == ExitCode::ok);
    CHECK(scored.out.starts_with("line,probability\n2,"));
    CHECK(tests::run(eval_acceptance_command(), {{"data", "/no/such/file"}}).exit == ExitCode::io);
    CHECK(tests::run(eval_acceptance_command(), {{"data", file}, {"test-percent", "99"}}).exit ==
          ExitCode::usage);
}

TEST_CASE("tables without names are learned from, and scored without the answers",
          "[personalization][acceptance][commands]") {
    const auto folder = dialogue::TemporaryFolder::make();
    const auto file = [&](const char* name) { return (folder->path() / name).string(); };
    {
        std::ofstream known(file("known.txt"));
        std::ofstream kept_back(file("kept_back.txt"));
        const LabelledMatrix made = tests::made_rows(600, 1, 0);
        for (std::size_t i = 0; i < made.size(); ++i) {
            const auto row = made.features.row(i);
            kept_back << row[0] << "\t" << row[1] << "\t" << row[2] << "\n";
            known << row[0] << "\t" << row[1] << "\t" << row[2] << "\t" << int{made.labels[i]} << "\n";
        }
    }
    const std::string model = file("model");
    const auto trained =
        tests::run(train_acceptance_command(),
                   {{"data", file("known.txt")}, {"target", "v4"}, {"positive", "1"}, {"output", model}});
    CHECK(trained.exit == ExitCode::ok);
    CHECK_THAT(trained.notes, Catch::Contains("W1001") && Catch::Contains("v1 to v4"));
    const auto known = tests::run(predict_command(), {{"model", model}, {"data", file("known.txt")}});
    const auto kept_back = tests::run(predict_command(), {{"model", model}, {"data", file("kept_back.txt")}});
    CHECK(kept_back.exit == ExitCode::ok);
    CHECK(kept_back.out.starts_with("line,probability\n1,"));
    CHECK(kept_back.out == known.out);
}

namespace {

// Two hundred people and eight campaigns, one a month; the even ones like what is offered.
void write_campaigns(const std::filesystem::path& folder) {
    std::ofstream offered(folder / "offered.csv");
    std::ofstream offers(folder / "offers.csv");
    std::ofstream taken(folder / "taken.csv");
    offered << "household,offer\n";
    offers << "offer,start,end,kind\n";
    taken << "household,offer,day\n";
    SeededRandom random(4);
    for (int month = 1; month <= 8; ++month) {
        const std::string begin = "2026-0" + std::to_string(month);
        offers << month << "," << begin << "-01," << begin << "-28,mail\n";
        for (int person = 0; person < 200; ++person) {
            offered << person << "," << month << "\n";
            if (random.uniform() < (person % 2 == 0 ? 0.6 : 0.05))
                taken << person << "," << month << "," << begin << "-1" << person % 10 << "\n";
        }
    }
}

}  // namespace

TEST_CASE("who takes a campaign is foretold from the campaigns before it",
          "[personalization][acceptance][commands]") {
    const auto folder = dialogue::TemporaryFolder::make();
    write_campaigns(folder->path());
    const std::string model = (folder->path() / "model").string();
    const std::map<std::string, std::string> files = {{"offered", (folder->path() / "offered.csv").string()},
                                                      {"offers", (folder->path() / "offers.csv").string()},
                                                      {"taken", (folder->path() / "taken.csv").string()},
                                                      {"columns", "person=household"}};
    const auto with = [&](std::map<std::string, std::string> more) {
        more.insert(files.begin(), files.end());
        return more;
    };
    // 30 % of 1,600 rows begin within a campaign, which is not parted.
    const auto measured = tests::run(eval_acceptance_command(),
                                     with({{"folds", "2"}, {"test-percent", "30"}, {"json", "true"}}));
    CAPTURE(measured.notes);
    REQUIRE(measured.exit == ExitCode::ok);
    const auto json = measured.json();
    const auto& later = json["temporal"];
    CHECK(later["rows"] == 600);
    CHECK(later["roc_auc"] > 0.75);
    CHECK(later["roc_auc_ci"][0] < later["roc_auc"]);
    CHECK(later["roc_auc_ci"][1] > later["roc_auc"]);
    CHECK(json["precision_at_5_ci"].size() == 2);
    CHECK(json["coverage"]["with_history"] == 1400);
    CHECK_FALSE(json.contains("prequential"));
    const auto text = tests::run(eval_acceptance_command(), with({{"folds", "2"}}));
    CHECK_THAT(text.out, Catch::Contains("1600 invitations of 200 people to 8 campaigns"));

    CHECK(tests::run(train_acceptance_command(), with({{"output", model}})).exit == ExitCode::ok);
    const auto scored = tests::run(predict_command(), with({{"model", model}}));
    CHECK(scored.exit == ExitCode::ok);
    CHECK(std::count(scored.out.begin(), scored.out.end(), '\n') == 1601);
}

TEST_CASE("files and columns of campaigns that do not fit are told",
          "[personalization][acceptance][commands]") {
    const auto folder = dialogue::TemporaryFolder::make();
    write_campaigns(folder->path());
    const auto file = [&](const char* name) { return (folder->path() / name).string(); };
    const auto [columns, taken, exit, words] =
        GENERATE_COPY(table<std::string, std::string, ExitCode, std::string>({
            {"persn=household", "taken.csv", ExitCode::usage, "did you mean \"person\"?"},
            {"person", "taken.csv", ExitCode::usage, "names no column"},
            {"", "taken.csv", ExitCode::findings, "there is no column \"person\""},
            {"person=household", "", ExitCode::usage, "--taken"},
            {"person=household", "none.csv", ExitCode::io, "cannot read"},
        }));
    std::map<std::string, std::string> arguments = {{"offered", file("offered.csv")},
                                                    {"offers", file("offers.csv")}};
    if (!columns.empty()) arguments["columns"] = columns;
    if (!taken.empty()) arguments["taken"] = file(taken.c_str());
    const auto answer = tests::run(eval_acceptance_command(), arguments);
    CHECK(answer.exit == exit);
    CHECK_THAT(answer.notes, Catch::Contains(words));
    CHECK(tests::run(eval_acceptance_command(), {}).exit == ExitCode::usage);
}
