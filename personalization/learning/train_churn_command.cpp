#include <chrono>
#include <ostream>

#include "personalization/learning/churn_inputs.h"
#include "personalization/learning/learning_commands.h"
#include "personalization/learning/learning_report.h"

namespace parlance::personalization {

namespace {

constexpr long most_seed = 4294967295;

ExitCode run_train_churn(const CommandArguments& arguments, const CommandStreams& streams) {
    ExitCode exit = ExitCode::ok;
    const auto seed = number_from(arguments, {"seed", 42, 0, most_seed}, streams, exit);
    if (!seed) return exit;
    const auto start = std::chrono::steady_clock::now();
    const auto file_given = input_file(arguments, streams, exit);
    if (!file_given) return exit;
    const std::string& input = *file_given;
    const auto rows = churn_data_from(input, arguments, streams, exit);
    if (!rows) return exit;
    BinaryTrainingOptions options;
    options.seed = static_cast<std::uint32_t>(*seed);
    const auto training = train_churn(*rows, options, progress_on(streams));
    if (streams.notes_is_terminal) streams.notes << "\r\x1b[K";
    if (!training) return told(training.error(), streams);
    const std::string stem = std::filesystem::path(input).stem().string();
    const std::string file = arguments.get("output", "var/" + stem + ".churn");
    const auto bytes = training->model.save(file);
    if (!bytes) return told(bytes.error(), streams);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    const LearningTrainingReport report{input,
                                        rows->target + " = " + rows->positive,
                                        file,
                                        *bytes,
                                        rows->rows.size(),
                                        rows->rows.positives(),
                                        training->chosen,
                                        std::string(to_text(training->model.model.calibration().kind())),
                                        training->log_loss,
                                        taken.count(),
                                        training->candidates,
                                        rows->schema};
    streams.out << (arguments.has("json") ? to_json_text(report) : describe(report)) << "\n";
    return ExitCode::ok;
}

}  // namespace

ProgramCommand train_churn_command() {
    using Kind = CommandOption::Kind;
    std::vector<CommandOption> options = churn_data_options();
    options.push_back(
        {"-o,--output", "the model file to write (default var/<file name>.churn)", Kind::text, false, ""});
    options.push_back({"--seed", "equal seeds give equal models", Kind::integer, false, "42"});
    return {"churn", "Train a churn model on a labelled table, or on a transaction log", std::move(options),
            run_train_churn};
}

}  // namespace parlance::personalization
