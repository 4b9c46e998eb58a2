#include <chrono>
#include <ostream>
#include <span>

#include "personalization/learning/contacts.h"
#include "personalization/learning/learning_commands.h"
#include "personalization/learning/learning_report.h"
#include "personalization/learning/measure_intervals.h"
#include "personalization/learning/prequential.h"

namespace parlance::personalization {

namespace {

constexpr int campaign_bags = 10;  // steadies who is in the top twentieth

BinaryTrainingOptions training_options(const Contacts& contacts) {
    BinaryTrainingOptions options;
    options.seed = contacts.seed;
    if (contacts.campaigns) options.bags = campaign_bags;
    return options;
}

void add_intervals(BinaryMeasures& measures, std::span<const double> foretold, const LabelledMatrix& rows,
                   std::uint32_t seed) {
    measures.intervals = measure_intervals(foretold, rows.labels, rows.groups, {seed});
}

// Trains on the rows before the share, as one would have on that day, and measures on the rest. The answers
// of campaigns come in over weeks, so that calibrating anew every so many rows would look ahead.
Result<void> measure_in_time(const Contacts& contacts, double share, const LearningProgress& progress,
                             LearningReport& report) {
    const ContactSplit split = split_in_time(contacts, share);
    const auto training = train_binary(split.earlier, training_options(contacts), progress);
    if (!training) return training.error();
    const auto foretold = training->model.probabilities(split.later.features);
    if (!foretold) return foretold.error();
    BinaryMeasures measures = measure_binary(*foretold, split.later.labels);
    add_intervals(measures, *foretold, split.later, contacts.seed);
    report.temporal = SplitEvaluation{
        measures,
        {measures},
        {training->chosen + "; calibration " + std::string(to_text(training->model.calibration().kind()))}};
    if (contacts.campaigns) return {};
    const auto prequential =
        measure_prequentially(training->model, StandardScaling::fit(split.earlier.features), split.later);
    if (!prequential) return prequential.error();
    report.prequential = *prequential;
    return {};
}

// By random folds, with the intervals.
Result<SplitEvaluation> measure_at_random(const Contacts& contacts, std::size_t folds,
                                          const LearningProgress& progress) {
    const LabelledMatrix& rows = contacts.rows.rows;
    const std::vector<Split> splits = folds_of(rows, folds, contacts.seed);
    auto random = evaluate_splits(rows, splits, training_options(contacts), progress);
    if (!random) return random;
    std::vector<std::size_t> order;
    for (const Split& split : splits) order.insert(order.end(), split.test.begin(), split.test.end());
    add_intervals(random->overall, random->foretold, rows.rows(order), contacts.seed);
    return random;
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
    auto random = measure_at_random(*contacts, static_cast<std::size_t>(*folds), progress);
    if (!random) return told(random.error(), streams);
    LearningReport report;
    report.data = contacts->file;
    report.target = rows.target + " = " + rows.positive;
    report.seed = contacts->seed;
    report.overall = random->overall;
    report.overall_of = "the rows kept out of " + std::to_string(*folds) + " random folds";
    report.folds = std::move(*random);
    report.schema = rows.schema;
    if (contacts->campaigns) report.coverage = contacts->campaigns->coverage;
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
    const std::string& input = contacts->file;
    const std::string file =
        arguments.get("output", "var/" + std::filesystem::path(input).stem().string() + ".acceptance");
    const auto bytes = training->model.save(file);
    if (!bytes) return told(bytes.error(), streams);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    const LearningTrainingReport report{
        input,
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
        rows.schema,
        contacts->campaigns ? std::optional(contacts->campaigns->coverage) : std::nullopt};
    streams.out << (arguments.has("json") ? to_json_text(report) : describe(report)) << "\n";
    return ExitCode::ok;
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
