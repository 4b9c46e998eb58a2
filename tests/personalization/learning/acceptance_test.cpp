#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "dialogue/storage/temporary_folder.h"
#include "personalization/learning/binary_training.h"
#include "personalization/learning/learning_commands.h"
#include "personalization/learning/prequential.h"
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
    const BinaryModel model = trained_on(tests::made_rows(600, 1, 0));
    const LabelledMatrix later = tests::made_rows(3000, 2, 1.5);
    const auto measured = measure_prequentially(model, later);
    REQUIRE(measured.has_value());
    CHECK(measured->rows == 3000);
    CHECK(measured->ece < 0.5 * static_ece(model, later));
}

TEST_CASE("without answers the model's own calibration holds", "[personalization][acceptance]") {
    const BinaryModel model = trained_on(tests::made_rows(600, 1, 0));
    const LabelledMatrix later = tests::made_rows(600, 2, 1.5);
    const auto all_at_once = measure_prequentially(model, later, {600, 0, 1000});
    const auto answers_too_late = measure_prequentially(model, later, {100, 600, 1000});
    CHECK(all_at_once->ece == Approx(static_ece(model, later)));
    CHECK(answers_too_late->ece == Approx(static_ece(model, later)));
}

TEST_CASE("no batch sees its own answers", "[personalization][acceptance]") {
    const BinaryModel model = trained_on(tests::made_rows(600, 1, 0));
    LabelledMatrix later = tests::made_rows(1000, 2, 0);
    const auto before = measure_prequentially(model, later, {250, 250, 1000});
    // Other answers in the last two batches: of these, nothing that was foretold may depend on.
    for (std::size_t row = 500; row < 1000; ++row) later.labels[row] = 1 - later.labels[row];
    const auto after = measure_prequentially(model, later, {250, 250, 1000});
    CHECK(before->roc_auc.value() > 0.8);
    const auto first_half = [&](const LabelledMatrix& rows) {
        std::vector<std::size_t> half(500);
        for (std::size_t i = 0; i < half.size(); ++i) half[i] = i;
        return measure_prequentially(model, rows.rows(half), {250, 250, 1000})->log_loss;
    };
    CHECK(first_half(later) == first_half(tests::made_rows(1000, 2, 0)));
    CHECK(after->roc_auc.value() < before->roc_auc.value());
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
