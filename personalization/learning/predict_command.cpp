#include <iomanip>
#include <sstream>

#include "personalization/learning/campaign_inputs.h"
#include "personalization/learning/churn_model.h"
#include "personalization/learning/learning_commands.h"
#include "personalization/learning/learning_inputs.h"

namespace parlance::personalization {

namespace {

// One line a row: where it stood in the file, and how likely the model's event is.
std::string scores_text(const DataTable& table, const std::vector<double>& probabilities) {
    std::ostringstream out;
    out << "line,probability\n" << std::setprecision(6);
    for (std::size_t row = 0; row < probabilities.size(); ++row)
        out << table.lines[row] << "," << probabilities[row] << "\n";
    return out.str();
}

// The table of --data, or that of a campaign log's invitations.
std::optional<DataTable> table_to_score(const CommandArguments& arguments, const CommandStreams& streams,
                                        ExitCode& exit) {
    if (arguments.has("data") && !has_campaigns(arguments))
        return table_from(arguments.get("data"), streams, exit);
    auto rows = campaign_rows_from(arguments, streams, exit);
    return rows ? std::optional(std::move(rows->table)) : std::nullopt;
}

ExitCode run_predict(const CommandArguments& arguments, const CommandStreams& streams) {
    const auto model = ChurnModel::load(arguments.get("model"));
    if (!model) return told(model.error(), streams);
    if (model->log || model->events) {
        streams.notes << arguments.get("model") << " is a model of logs; predict scores tables\n";
        return ExitCode::usage;
    }
    ExitCode exit = ExitCode::ok;
    const auto table = table_to_score(arguments, streams, exit);
    if (!table) return exit;
    const auto features = model->encoder.encode(*table);
    if (!features) return told(features.error(), streams);
    const auto probabilities = model->model.probabilities(*features);
    if (!probabilities) return told(probabilities.error(), streams);
    const std::string scores = scores_text(*table, *probabilities);
    if (!arguments.has("output")) {
        streams.out << scores;
        return ExitCode::ok;
    }
    if (!write_text(arguments.get("output"), scores, streams)) return ExitCode::io;
    streams.notes << "wrote the probabilities of " << model->target << " = " << model->positive << " for "
                  << probabilities->size() << " rows to " << arguments.get("output") << "\n";
    return ExitCode::ok;
}

}  // namespace

ProgramCommand predict_command() {
    using Kind = CommandOption::Kind;
    std::vector<CommandOption> options = {
        {"--model", "a model of `parlance train churn` or `train acceptance`", Kind::text, true, ""},
        {"--data", "a table (CSV); it needs no target column", Kind::text, false, ""},
        {"-o,--output", "the file to write (default: standard output)", Kind::text, false, ""}};
    for (CommandOption& option : campaign_options()) options.push_back(std::move(option));
    return {"predict", "Score the rows of any table that has a trained model's columns", std::move(options),
            run_predict};
}

}  // namespace parlance::personalization
