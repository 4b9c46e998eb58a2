#include "personalization/learning/churn_inputs.h"

#include <ostream>

namespace parlance::personalization {

namespace {

std::optional<ChurnData> given(Result<ChurnData> rows, const CommandStreams& streams, ExitCode& exit) {
    if (rows) return std::move(*rows);
    exit = told(rows.error(), streams);
    return std::nullopt;
}

// "90" or "90d".
std::optional<std::chrono::days> label_horizon(const CommandArguments& arguments,
                                               const CommandStreams& streams, ExitCode& exit) {
    CommandArguments plain = arguments;
    std::string& text = plain.values["label-horizon"];
    if (text.empty()) text = "90";
    if (text.ends_with('d')) text.pop_back();
    const auto days = number_from(plain, {"label-horizon", 90, 1, 3650}, streams, exit);
    return days ? std::optional(std::chrono::days(*days)) : std::nullopt;
}

}  // namespace

bool read_horizon(const CommandArguments& arguments, const CommandStreams& streams, ExitCode& exit,
                  std::optional<std::chrono::days>& horizon) {
    const auto days = number_from(arguments, {"horizon-days", 0, 1, 36500}, streams, exit);
    const auto weeks = number_from(arguments, {"horizon-weeks", 0, 1, 5200}, streams, exit);
    if (!days || !weeks) return false;
    if (*days > 0 && *weeks > 0) {
        streams.notes << "give one of --horizon-days and --horizon-weeks\n";
        exit = ExitCode::usage;
        return false;
    }
    if (*days + *weeks > 0) horizon = std::chrono::days(*days + 7 * *weeks);
    return true;
}

std::optional<ChurnData> churn_data_from(const std::string& file, const CommandArguments& arguments,
                                         const CommandStreams& streams, ExitCode& exit) {
    if (arguments.has("events")) {
        const auto horizon = label_horizon(arguments, streams, exit);
        if (!horizon) return std::nullopt;
        const auto log = read_event_log(file);
        return log ? given(churn_data(*log, *horizon), streams, exit) : given(log.error(), streams, exit);
    }
    std::optional<std::chrono::days> horizon;
    if (!read_horizon(arguments, streams, exit, horizon)) return std::nullopt;
    if (horizon) {
        const auto log = log_from(file, streams, exit);
        if (!log) return std::nullopt;
        return given(churn_data(*log, *horizon), streams, exit);
    }
    const auto table = table_from(file, streams, exit);
    if (!table) return std::nullopt;
    const TableReading reading{arguments.get("target"),
                               arguments.get("positive"),
                               {names_in(arguments.get("drop")), names_in(arguments.get("keep"))},
                               arguments.get("time")};
    return given(churn_data(*table, reading), streams, exit);
}

std::optional<ChurnData> churn_data_from(const std::string& file, const ChurnModel& model,
                                         const CommandStreams& streams, ExitCode& exit) {
    if (model.events) {
        const auto log = read_event_log(file);
        return log ? given(churn_data_for(model, *log), streams, exit) : given(log.error(), streams, exit);
    }
    if (model.log) {
        const auto log = log_from(file, streams, exit);
        if (!log) return std::nullopt;
        return given(churn_data_for(model, *log), streams, exit);
    }
    const auto table = table_from(file, streams, exit);
    if (!table) return std::nullopt;
    return given(churn_data_for(model, *table), streams, exit);
}

std::vector<CommandOption> churn_data_options() {
    using Kind = CommandOption::Kind;
    return {{"--data", "a labelled table (CSV), or with a horizon a transaction log", Kind::text, false, ""},
            {"--events", "in place of it: behaviour events (CloudEvents, one a line)", Kind::text, false, ""},
            {"--label-horizon",
             "with --events: who closes his account or does nothing within so long has left "
             "(default 90d)",
             Kind::text, false, ""},
            {"--target", "the column to foretell (default: inferred)", Kind::text, false, ""},
            {"--positive", "its value that means churn (default: inferred)", Kind::text, false, ""},
            {"--drop", "columns to leave out, parted by commas", Kind::text, false, ""},
            {"--keep", "columns to learn from whatever speaks against it", Kind::text, false, ""},
            {"--time", "the column that orders the rows in time (default: the file's order)", Kind::text,
             false, ""},
            {"--horizon-days", "the file is a transaction log: churn is none within so many days",
             Kind::integer, false, ""},
            {"--horizon-weeks", "the same in weeks", Kind::integer, false, ""}};
}

}  // namespace parlance::personalization
