#include <chrono>
#include <ostream>

#include "personalization/learning/churn_inputs.h"
#include "personalization/learning/learning_commands.h"
#include "personalization/learning/learning_report.h"
#include "personalization/learning/prequential.h"

namespace parlance::personalization {

namespace {

constexpr long most_seed = 4294967295;

// A table's rows in the order of time.
struct Contacts {
    ChurnData rows;
    std::uint32_t seed = 42;
};

std::optional<Contacts> contacts_from(const CommandArguments& arguments, const CommandStreams& streams,
                                      ExitCode& exit) {
    const auto seed = number_from(arguments, {"seed", 42, 0, most_seed}, streams, exit);
    if (!seed) return std::nullopt;
    auto rows = churn_data_from(arguments.get("data"), arguments, streams, exit);
    if (!rows) return std::nullopt;
    return Contacts{std::move(*rows), static_cast<std::uint32_t>(*seed)};
}

BinaryTrainingOptions training_options(const Contacts& contacts) {
    BinaryTrainingOptions options;
    options.seed = contacts.seed;
    return options;
}

// Trains on the rows before the share, as one would have on that day, and measures on the rest.
Result<void> measure_in_time(const Contacts& contacts, double share, const LearningProgress& progress,
                             LearningReport& report) {
    const Split split = temporal_split(contacts.rows.order, share);
    const auto training =
        train_binary(contacts.rows.rows.rows(split.training), training_options(contacts), progress);
    if (!training) return training.error();
    const LabelledMatrix later = contacts.rows.rows.rows(split.test);
    const auto foretold = training->model.probabilities(later.features);
    if (!foretold) return foretold.error();
    const BinaryMeasures measures = measure_binary(*foretold, later.labels);
    report.temporal = SplitEvaluation{
        measures,
        {measures},
        {training->chosen + "; calibration " + std::string(to_text(training->model.calibration().kind()))}};
    const auto prequential = measure_prequentially(training->model, later);
    if (!prequential) return prequential.error();
    report.prequential = *prequential;
    return {};
}

ExitCode run_eval_acceptance(const CommandArguments& arguments, const CommandStreams& streams) {
    ExitCode exit = ExitCode::ok;
    const auto folds = number_from(arguments, {"folds", 5, 2, 100}, streams, exit);
    const auto percent = number_from(arguments, {"test-percent", 20, 5, 80}, streams, exit);
    if (!folds || !percent) return exit;
    const auto contacts = contacts_from(arguments, streams, exit);
    if (!contacts) return exit;
    const auto& rows = contacts->rows;
    const LearningProgress progress = progress_on(streams);
    auto random =
        evaluate_splits(rows.rows, folds_of(rows.rows, static_cast<std::size_t>(*folds), contacts->seed),
                        training_options(*contacts), progress);
    if (!random) return told(random.error(), streams);
    LearningReport report;
    report.data = arguments.get("data");
    report.target = rows.target + " = " + rows.positive;
    report.seed = contacts->seed;
    report.overall = random->overall;
    report.overall_of = "the rows kept out of " + std::to_string(*folds) + " random folds";
    report.folds = std::move(*random);
    report.schema = rows.schema;
    const double share = 1 - static_cast<double>(*percent) / 100;
    if (const auto later = measure_in_time(*contacts, share, progress, report); !later)
        return told(later.error(), streams);
    if (streams.notes_is_terminal) streams.notes << "\r\x1b[K";
    streams.out << (arguments.has("json") ? to_json_text(report) : describe(report)) << "\n";
    return ExitCode::ok;
}

ExitCode run_train_acceptance(const CommandArguments& arguments, const CommandStreams& streams) {
    ExitCode exit = ExitCode::ok;
    const auto start = std::chrono::steady_clock::now();
    const auto contacts = contacts_from(arguments, streams, exit);
    if (!contacts) return exit;
    const ChurnData& rows = contacts->rows;
    const auto training = train_churn(rows, training_options(*contacts), progress_on(streams));
    if (streams.notes_is_terminal) streams.notes << "\r\x1b[K";
    if (!training) return told(training.error(), streams);
    const std::string input = arguments.get("data");
    const std::string file =
        arguments.get("output", "var/" + std::filesystem::path(input).stem().string() + ".acceptance");
    const auto bytes = training->model.save(file);
    if (!bytes) return told(bytes.error(), streams);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    const LearningTrainingReport report{input,
                                        rows.target + " = " + rows.positive,
                                        file,
                                        *bytes,
                                        rows.rows.size(),
                                        rows.rows.positives(),
                                        training->chosen,
                                        std::string(to_text(training->model.model.calibration().kind())),
                                        training->log_loss,
                                        taken.count(),
                                        training->candidates,
                                        rows.schema};
    streams.out << (arguments.has("json") ? to_json_text(report) : describe(report)) << "\n";
    return ExitCode::ok;
}

std::vector<CommandOption> contact_options() {
    using Kind = CommandOption::Kind;
    return {{"--data", "contacts and their answers (CSV), in the order of time", Kind::text, true, ""},
            {"--target", "the column to foretell (default: inferred)", Kind::text, false, ""},
            {"--positive", "its value that means accepted (default: inferred)", Kind::text, false, ""},
            {"--drop", "columns to leave out, parted by commas: what is known only afterwards", Kind::text,
             false, ""},
            {"--keep", "columns to learn from whatever speaks against it", Kind::text, false, ""},
            {"--time", "the column that orders the rows in time (default: the file's order)", Kind::text,
             false, ""},
            {"--seed", "of the folds and the training", Kind::integer, false, "42"}};
}

}  // namespace

ProgramCommand train_acceptance_command() {
    using Kind = CommandOption::Kind;
    std::vector<CommandOption> options = contact_options();
    options.push_back({"-o,--output", "the model file to write (default var/<file name>.acceptance)",
                       Kind::text, false, ""});
    return {"acceptance", "Train a model of who accepts an offer", std::move(options), run_train_acceptance};
}

ProgramCommand eval_acceptance_command() {
    using Kind = CommandOption::Kind;
    std::vector<CommandOption> options = contact_options();
    options.push_back({"--folds", "parts of the random cross-validation", Kind::integer, false, "5"});
    options.push_back(
        {"--test-percent", "the newest rows, to be foretold from the others", Kind::integer, false, "20"});
    return {"acceptance",
            "Measure who accepts an offer: by random folds, in time, and in time with answers coming in",
            std::move(options), run_eval_acceptance};
}

}  // namespace parlance::personalization
