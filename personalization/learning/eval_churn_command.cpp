#include <numeric>
#include <ostream>

#include "nlu/reliability_svg.h"
#include "personalization/learning/churn_inputs.h"
#include "personalization/learning/learning_commands.h"
#include "personalization/learning/learning_report.h"

namespace parlance::personalization {

namespace {

constexpr long most_seed = 4294967295;
constexpr double training_share = 0.8;

struct Choices {
    BinaryTrainingOptions training;
    std::size_t folds = 5;
    std::size_t explained = 0;
};

std::optional<Choices> choices_from(const CommandArguments& arguments, const CommandStreams& streams,
                                    ExitCode& exit) {
    const auto seed = number_from(arguments, {"seed", 42, 0, most_seed}, streams, exit);
    const auto folds = number_from(arguments, {"folds", 5, 2, 100}, streams, exit);
    const auto explained = number_from(arguments, {"explain", 0, 0, 1000000}, streams, exit);
    if (!seed || !folds || !explained) return std::nullopt;
    Choices choices;
    choices.training.seed = static_cast<std::uint32_t>(*seed);
    choices.folds = static_cast<std::size_t>(*folds);
    choices.explained = static_cast<std::size_t>(*explained);
    return choices;
}

Result<SplitEvaluation> evaluate_later(const ChurnData& rows, const Choices& choices,
                                       const LearningProgress& progress) {
    if (rows.events && !rows.later)
        return Error{ErrorCode::bad_training,
                     "a temporal split needs 90 days of events and two horizons more; choose a shorter one"};
    if (rows.later) return evaluate_splits(rows.rows, {*rows.later}, choices.training, progress);
    if (!rows.purchases) {
        return evaluate_splits(rows.rows, {temporal_split(rows.order, training_share)}, choices.training,
                               progress);
    }
    if (!rows.earlier)
        return Error{ErrorCode::bad_training,
                     "a temporal split needs a log of two horizons and more; choose a shorter horizon"};
    LabelledMatrix both = *rows.earlier;
    const std::size_t border = both.size();
    both.features.values.insert(both.features.values.end(), rows.rows.features.values.begin(),
                                rows.rows.features.values.end());
    both.labels.insert(both.labels.end(), rows.rows.labels.begin(), rows.rows.labels.end());
    std::vector<std::size_t> order(both.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(border);
    return evaluate_splits(both, {{{order.begin(), end}, {end, order.end()}}}, choices.training, progress);
}

Result<std::vector<ExplainedCase>> likeliest(const ChurnModel& model, const ChurnData& rows,
                                             std::size_t most) {
    return likeliest_cases(model.model, model.bins, rows.rows.features, rows.names, most);
}

// Trains anew for every fold.
ExitCode cross_validate(const ChurnData& rows, const Choices& choices, const CommandArguments& arguments,
                        const CommandStreams& streams, LearningReport& report) {
    const LearningProgress progress = progress_on(streams);
    const auto splits = folds_of(rows.rows, choices.folds, choices.training.seed);
    auto folds = evaluate_splits(rows.rows, splits, choices.training, progress);
    if (!folds) return told(folds.error(), streams);
    report.overall = folds->overall;
    report.overall_of = "the rows kept out of " + std::to_string(choices.folds) + " random folds";
    report.folds = std::move(*folds);
    if (arguments.has("temporal")) {
        auto temporal = evaluate_later(rows, choices, progress);
        if (!temporal) return told(temporal.error(), streams);
        report.temporal = std::move(*temporal);
    }
    if (choices.explained == 0) return ExitCode::ok;
    const auto training = train_churn(rows, choices.training, progress);
    if (!training) return told(training.error(), streams);
    auto cases = likeliest(training->model, rows, choices.explained);
    if (!cases) return told(cases.error(), streams);
    report.likeliest = std::move(*cases);
    return ExitCode::ok;
}

// Measures a model on rows that it may not have seen, and how they differ from what it knows.
ExitCode score(const ChurnModel& model, const ChurnData& rows, const Choices& choices,
               const CommandArguments& arguments, const CommandStreams& streams, LearningReport& report) {
    auto drift = measure_drift(model.model, model.bins, rows.rows, choices.training.seed);
    if (!drift) return told(drift.error(), streams);
    report.overall = drift->now;
    report.drift = std::move(*drift);
    auto cases = likeliest(model, rows, choices.explained);
    if (!cases) return told(cases.error(), streams);
    report.likeliest = std::move(*cases);
    if (!arguments.has("recalibrated")) return ExitCode::ok;
    auto anew = recalibrate(model.model, rows.rows, choices.training.seed);
    if (!anew) return told(anew.error(), streams);
    ChurnModel changed = model;
    changed.model = std::move(*anew);
    const auto bytes = changed.save(arguments.get("recalibrated"));
    return bytes ? ExitCode::ok : told(bytes.error(), streams);
}

ExitCode score_saved(const CommandArguments& arguments, const CommandStreams& streams, const Choices& choices,
                     LearningReport& report) {
    const std::string file = arguments.get("model");
    auto model = ChurnModel::load(file);
    if (!model) return told(model.error(), streams);
    ExitCode exit = ExitCode::ok;
    std::optional<BinaryMeasures> before;
    if (arguments.has("baseline")) {
        const auto old = churn_data_from(arguments.get("baseline"), *model, streams, exit);
        if (!old) return exit;
        const auto foretold = model->model.probabilities(old->rows.features);
        if (!foretold) return told(foretold.error(), streams);
        before = measure_binary(*foretold, old->rows.labels);
        model->bins = FeatureBins::fit(old->rows.features);
    }
    const auto rows = churn_data_from(report.data, *model, streams, exit);
    if (!rows) return exit;
    report.target = rows->target + " = " + rows->positive;
    report.purchases = rows->purchases;
    report.overall_of = "every row, by the model " + file;
    exit = score(*model, *rows, choices, arguments, streams, report);
    if (report.drift) report.drift->before = before;
    return exit;
}

// Trains on the baseline, cross-validated there, and measures on --data.
ExitCode score_against_baseline(const CommandArguments& arguments, const CommandStreams& streams,
                                const Choices& choices, LearningReport& report) {
    ExitCode exit = ExitCode::ok;
    const auto old = churn_data_from(arguments.get("baseline"), arguments, streams, exit);
    if (!old) return exit;
    exit = cross_validate(*old, choices, {}, streams, report);
    if (exit != ExitCode::ok) return exit;
    const auto training = train_churn(*old, choices.training, progress_on(streams));
    if (!training) return told(training.error(), streams);
    const auto rows = churn_data_from(report.data, training->model, streams, exit);
    if (!rows) return exit;
    const BinaryMeasures before = report.folds->overall;
    report.folds.reset();
    report.target = rows->target + " = " + rows->positive;
    report.schema = old->schema;
    report.purchases = rows->purchases;
    report.overall_of = "every row, by a model trained on " + arguments.get("baseline");
    exit = score(training->model, *rows, choices, arguments, streams, report);
    if (report.drift) report.drift->before = before;
    return exit;
}

ExitCode evaluate(const CommandArguments& arguments, const CommandStreams& streams, const Choices& choices,
                  LearningReport& report) {
    if (arguments.has("model")) return score_saved(arguments, streams, choices, report);
    if (arguments.has("baseline")) return score_against_baseline(arguments, streams, choices, report);
    ExitCode exit = ExitCode::ok;
    const auto rows = churn_data_from(report.data, arguments, streams, exit);
    if (!rows) return exit;
    report.target = rows->target + " = " + rows->positive;
    report.schema = rows->schema;
    report.purchases = rows->purchases;
    return cross_validate(*rows, choices, arguments, streams, report);
}

ExitCode run_eval_churn(const CommandArguments& arguments, const CommandStreams& streams) {
    ExitCode exit = ExitCode::ok;
    const auto choices = choices_from(arguments, streams, exit);
    if (!choices) return exit;
    const auto file = input_file(arguments, streams, exit);
    if (!file) return exit;
    LearningReport report;
    report.data = *file;
    report.seed = choices->training.seed;
    exit = evaluate(arguments, streams, *choices, report);
    if (streams.notes_is_terminal) streams.notes << "\r\x1b[K";
    if (exit != ExitCode::ok) return exit;
    streams.out << (arguments.has("json") ? to_json_text(report) : describe(report)) << "\n";
    if (!arguments.has("svg")) return ExitCode::ok;
    const nlu::ReliabilityWords words{"foretold probability; grey: rows in each bin",
                                      "share that happened; red: mean foretold"};
    const std::string diagram = nlu::reliability_svg(report.overall.reliability, words);
    return write_text(arguments.get("svg"), diagram, streams) ? ExitCode::ok : ExitCode::io;
}

}  // namespace

ProgramCommand eval_churn_command() {
    using Kind = CommandOption::Kind;
    std::vector<CommandOption> options = churn_data_options();
    for (CommandOption& option : std::vector<CommandOption>{
             {"--folds", "parts of the cross-validation", Kind::integer, false, "5"},
             {"--seed", "of the folds and the training", Kind::integer, false, "42"},
             {"--temporal", "also train on the first 80 % in time and measure on the rest", Kind::flag, false,
              ""},
             {"--model", "measure this model instead of training anew", Kind::text, false, ""},
             {"--baseline", "measure the drift since this file; without --model also train on it", Kind::text,
              false, ""},
             {"--recalibrated", "write the measured model, calibrated anew on the rows", Kind::text, false,
              ""},
             {"--explain", "show the likeliest rows with what moved them", Kind::integer, false, ""},
             {"--svg", "write the reliability diagram", Kind::text, false, ""}})
        options.push_back(std::move(option));
    return {"churn",
            "Measure churn models: cross-validated on a table or a transaction log, or a trained one on the "
            "file's rows",
            std::move(options), run_eval_churn};
}

}  // namespace parlance::personalization
