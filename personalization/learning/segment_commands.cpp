#include <chrono>
#include <cmath>
#include <ostream>

#include "nlu/decimal_text.h"
#include "personalization/learning/learning_commands.h"
#include "personalization/learning/learning_inputs.h"
#include "personalization/learning/segment_table.h"
#include "personalization/learning/segments_report.h"

namespace parlance::personalization {

namespace {

constexpr long most_seed = 4294967295;

// Population stability index of the segments' shares, as of one feature (see feature_bins.h).
double share_drift(const SegmentModel& model, const std::vector<std::size_t>& sizes, std::size_t rows) {
    constexpr double least_share = 1e-4;
    double psi = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const double before = std::max(least_share, model.segments[i].share);
        const double now = std::max(least_share, static_cast<double>(sizes[i]) / static_cast<double>(rows));
        psi += (now - before) * std::log(now / before);
    }
    return psi;
}

std::optional<SegmentTrainingOptions> options_from(const CommandArguments& arguments,
                                                   const CommandStreams& streams, ExitCode& exit) {
    const auto seed = number_from(arguments, {"seed", 42, 0, most_seed}, streams, exit);
    const auto count = number_from(arguments, {"segments", 0, 2, 50}, streams, exit);
    const auto most = number_from(arguments, {"most", 8, 2, 50}, streams, exit);
    if (!seed || !count || !most) return std::nullopt;
    SegmentTrainingOptions options;
    options.choosing.seed = static_cast<std::uint32_t>(*seed);
    options.choosing.most = static_cast<std::size_t>(*most);
    options.count = static_cast<std::size_t>(*count);
    return options;
}

// A cell as RFC 4180 wants it.
std::string cell(const std::string& text) {
    if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char letter : text) quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return quoted + "\"";
}

// Every row with its segment and how surely it is in it.
ExitCode write_members(const std::string& file, const SegmentModel& model, const SegmentTable& table,
                       const CommandStreams& streams) {
    const auto members = model.memberships(table.features);
    if (!members) return told(members.error(), streams);
    std::string text = "row,segment,share\n";
    for (std::size_t i = 0; i < members->size(); ++i) {
        const SegmentMembership& member = (*members)[i];
        text += cell(table.names[i]) + "," + cell(model.segments[member.segment].name) + "," +
                nlu::decimal_text(member.shares[member.segment], 4) + "\n";
    }
    return write_text(file, text, streams) ? ExitCode::ok : ExitCode::io;
}

std::optional<SegmentTable> rows_of_events(const CommandArguments& arguments, const CommandStreams& streams,
                                           ExitCode& exit) {
    const auto log = read_event_log(arguments.get("events"));
    if (log) return segment_table(*log);
    exit = told(log.error(), streams);
    return std::nullopt;
}

// The rows to find segments in.
std::optional<SegmentTable> table_for(const CommandArguments& arguments, const CommandStreams& streams,
                                      ExitCode& exit) {
    if (arguments.has("events")) return rows_of_events(arguments, streams, exit);
    const auto table = table_from(arguments.get("data"), streams, exit);
    if (!table) return std::nullopt;
    auto rows = segment_table(*table, arguments.get("id"),
                              {names_in(arguments.get("drop")), names_in(arguments.get("keep"))});
    if (rows) return std::move(*rows);
    exit = told(rows.error(), streams);
    return std::nullopt;
}

// Searches the table's segments; the report has all but the file.
ExitCode search(const CommandArguments& arguments, const CommandStreams& streams, SegmentsReport& report,
                std::optional<SegmentModel>& model) {
    ExitCode exit = ExitCode::ok;
    const auto options = options_from(arguments, streams, exit);
    if (!options) return exit;
    const auto table = table_for(arguments, streams, exit);
    if (!table) return exit;
    auto training = train_segments(table->features, *options, progress_on(streams));
    if (streams.notes_is_terminal) streams.notes << "\r\x1b[K";
    if (!training) return told(training.error(), streams);
    report.rows = table->features.size();
    report.features = table->features.names;
    report.seed = options->choosing.seed;
    report.choice = std::move(training->choice);
    report.schema = table->schema;
    if (!training->fitted) return ExitCode::ok;
    model = std::move(training->fitted->model);
    report.features = model->scaling.names();
    report.segments = model->segments;
    report.sizes = std::move(training->fitted->sizes);
    report.silhouette = training->fitted->silhouette;
    report.agreement = training->fitted->agreement;
    if (!arguments.has("members")) return ExitCode::ok;
    return write_members(arguments.get("members"), *model, *table, streams);
}

// The rows to place among a model's segments.
std::optional<SegmentTable> table_for(const SegmentModel& model, const CommandArguments& arguments,
                                      const CommandStreams& streams, ExitCode& exit) {
    if (arguments.has("events")) return rows_of_events(arguments, streams, exit);
    const auto table = table_from(arguments.get("data"), streams, exit);
    if (!table) return std::nullopt;
    auto features = numbers_of(*table, model.scaling.names());
    auto names = row_names(*table, arguments.get("id"));
    if (features && names) return SegmentTable{std::move(*features), std::move(*names), {}};
    exit = told(features ? names.error() : features.error(), streams);
    return std::nullopt;
}

// Places the rows among a trained model's segments.
ExitCode place(const CommandArguments& arguments, const CommandStreams& streams, SegmentsReport& report) {
    ExitCode exit = ExitCode::ok;
    const auto options = options_from(arguments, streams, exit);
    if (!options) return exit;
    const auto model = SegmentModel::load(arguments.get("model"));
    if (!model) return told(model.error(), streams);
    const auto table = table_for(*model, arguments, streams, exit);
    if (!table) return exit;
    report.features = model->scaling.names();
    auto spread = spread_over(*model, table->features, options->choosing);
    if (!spread) return told(spread.error(), streams);
    report.rows = table->features.size();
    report.seed = options->choosing.seed;
    report.segments = model->segments;
    report.psi = share_drift(*model, spread->sizes, report.rows);
    report.sizes = std::move(spread->sizes);
    report.silhouette = spread->silhouette;
    if (!arguments.has("members")) return ExitCode::ok;
    return write_members(arguments.get("members"), *model, *table, streams);
}

void print(const SegmentsReport& report, const CommandArguments& arguments, const CommandStreams& streams) {
    streams.out << (arguments.has("json") ? to_json_text(report) : describe(report)) << "\n";
}

ExitCode run_train_segments(const CommandArguments& arguments, const CommandStreams& streams) {
    const auto start = std::chrono::steady_clock::now();
    ExitCode exit = ExitCode::ok;
    const auto file = input_file(arguments, streams, exit);
    if (!file) return exit;
    SegmentsReport report;
    report.data = *file;
    std::optional<SegmentModel> model;
    exit = search(arguments, streams, report, model);
    if (exit != ExitCode::ok) return exit;
    if (model) {
        const std::string stem = std::filesystem::path(report.data).stem().string();
        report.file = arguments.get("output", "var/" + stem + ".segments");
        const auto bytes = model->save(report.file);
        if (!bytes) return told(bytes.error(), streams);
        report.bytes = *bytes;
        report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }
    print(report, arguments, streams);
    return model ? ExitCode::ok : ExitCode::findings;
}

ExitCode run_eval_segments(const CommandArguments& arguments, const CommandStreams& streams) {
    ExitCode exit = ExitCode::ok;
    const auto file = input_file(arguments, streams, exit);
    if (!file) return exit;
    SegmentsReport report;
    report.data = *file;
    std::optional<SegmentModel> model;
    exit = arguments.has("model") ? place(arguments, streams, report)
                                  : search(arguments, streams, report, model);
    if (exit == ExitCode::ok) print(report, arguments, streams);
    return exit;
}

std::vector<CommandOption> segment_options() {
    using Kind = CommandOption::Kind;
    return {
        {"--data", "a table (CSV), one customer a row", Kind::text, false, ""},
        {"--events", "in place of it: behaviour events (CloudEvents, one a line); customers as at its end",
         Kind::text, false, ""},
        {"--id", "the column that names the rows (not learned from)", Kind::text, false, ""},
        {"--drop", "columns to leave out, parted by commas", Kind::text, false, ""},
        {"--keep", "columns to use whatever speaks against it", Kind::text, false, ""},
        {"--segments", "so many, whatever speaks for it (default: chosen)", Kind::integer, false, ""},
        {"--most", "the largest number that is tried", Kind::integer, false, "8"},
        {"--members", "write every row with its segment (CSV)", Kind::text, false, ""},
        {"--seed", "equal seeds give equal segments", Kind::integer, false, "42"}};
}

}  // namespace

ProgramCommand train_segments_command() {
    std::vector<CommandOption> options = segment_options();
    options.push_back({"-o,--output", "the model file to write (default var/<file name>.segments)",
                       CommandOption::Kind::text, false, ""});
    return {"segments", "Find the segments of a table's rows, and write them as a model", std::move(options),
            run_train_segments};
}

ProgramCommand eval_segments_command() {
    std::vector<CommandOption> options = segment_options();
    options.push_back({"--model", "place the rows among this model's segments instead of searching them anew",
                       CommandOption::Kind::text, false, ""});
    return {"segments", "Say how well a table falls into segments, or how a model's segments fit its rows",
            std::move(options), run_eval_segments};
}

}  // namespace parlance::personalization
