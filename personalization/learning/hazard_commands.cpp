#include "personalization/learning/hazard_commands.h"

#include <chrono>
#include <filesystem>
#include <iterator>
#include <ostream>

#include "intents/findings.h"
#include "personalization/learning/cross_validation.h"
#include "personalization/learning/hazard_rows.h"
#include "personalization/learning/learning_inputs.h"
#include "personalization/learning/life_events_report.h"
#include "personalization/models/life_hazards.h"

namespace parlance::personalization {

namespace {

using std::chrono::days;

constexpr long most_seed = 4294967295;
constexpr std::size_t least_events = 20;  // rows with the event, for a model to be worth anything

// What both commands work on.
struct HazardInput {
    EventLog log;
    LifeLabels labels;
    CustomerMoments moments;
    std::vector<LifeEvent> events;
    std::vector<days> horizons;
    std::uint32_t seed = 42;
};

// A model among many: one set of trees and one logistic model are enough to choose from.
BinaryTrainingOptions hazard_options(std::uint32_t seed) {
    BinaryTrainingOptions options;
    options.seed = seed;
    options.inner_parts = 3;
    options.bags = 2;
    options.penalties = {30};
    TreeOptions trees;
    trees.depth = 3;
    trees.learning_rate = 0.05;
    trees.least_child_weight = 5;
    trees.row_share = 0.8;
    trees.column_share = 0.4;
    options.trees = {trees};
    return options;
}

Result<std::vector<LifeEvent>> chosen_events(const std::vector<std::string>& names) {
    if (names.empty()) return all_life_events();
    std::vector<LifeEvent> events;
    std::string problems;
    for (const std::string& name : names) {
        if (const auto event = life_event(name)) {
            events.push_back(*event);
            continue;
        }
        const auto hint = did_you_mean(name, life_event_names());
        problems += "there is no life event \"" + name + "\"" + (hint.empty() ? "" : "; " + hint) + "\n";
    }
    if (!problems.empty()) return Error{ErrorCode::bad_training, problems};
    return events;
}

std::optional<HazardInput> input_from(const CommandArguments& arguments, const CommandStreams& streams,
                                      ExitCode& exit) {
    const auto seed = number_from(arguments, {"seed", 42, 0, most_seed}, streams, exit);
    const auto horizon = number_from(arguments, {"horizon", 0, 1, 3650}, streams, exit);
    if (!seed || !horizon) return std::nullopt;
    const auto failed = [&](const Error& error) {
        exit = told(error, streams);
        return std::nullopt;
    };
    if (!arguments.has("labels")) {
        streams.notes << "--events goes with --labels, a table of what happened to whom\n";
        exit = ExitCode::usage;
        return std::nullopt;
    }
    auto events = chosen_events(names_in(arguments.get("event")));
    if (!events) return failed(events.error());
    const auto table = table_from(arguments.get("labels"), streams, exit);
    if (!table) return std::nullopt;
    auto labels = read_life_labels(*table);
    if (!labels) return failed(labels.error());
    auto log = read_event_log(arguments.get("events"));
    if (!log) return failed(log.error());
    auto moments = customer_moments(*log, *labels);
    if (!moments) return failed(moments.error());
    HazardInput input{std::move(*log),
                      std::move(*labels),
                      std::move(*moments),
                      std::move(*events),
                      {days{30}, days{90}, days{365}},
                      static_cast<std::uint32_t>(*seed)};
    if (*horizon > 0) input.horizons = {days{*horizon}};
    return input;
}

// Calls `use` with the rows of each event and horizon that have enough of either answer; tells of the others.
template <typename Use>
ExitCode for_each_hazard(const HazardInput& input, const CommandStreams& streams, Use use) {
    for (const LifeEvent event : input.events) {
        for (const days horizon : input.horizons) {
            const auto rows = hazard_rows(input.moments, input.log, input.labels, event, horizon);
            const auto positives = rows.rows.positives();
            if (positives < least_events || rows.rows.size() - positives < least_events) {
                streams.notes << to_text(event) << " within " << horizon.count() << " days: " << positives
                              << " of " << rows.rows.size() << " rows, too few to learn from\n";
                continue;
            }
            if (const auto done = use(event, horizon, rows); !done) return told(done.error(), streams);
        }
    }
    if (streams.notes_is_terminal) streams.notes << "\r\x1b[K";
    return ExitCode::ok;
}

template <typename Report>
void print(const Report& report, const CommandArguments& arguments, const CommandStreams& streams) {
    streams.out << (arguments.has("json") ? to_json_text(report) : describe(report)) << "\n";
}

}  // namespace

ExitCode run_train_hazards(const CommandArguments& arguments, const CommandStreams& streams) {
    const auto start = std::chrono::steady_clock::now();
    ExitCode exit = ExitCode::ok;
    const auto input = input_from(arguments, streams, exit);
    if (!input) return exit;
    const std::string file = arguments.get("events");
    LifeEventsTrainingReport report{file, "day", input->labels.size(), {}, 0, 0, {}};
    LifeHazards model;
    const auto train = [&](LifeEvent event, days horizon, const HazardRows& rows) -> Result<void> {
        auto trained = train_binary(rows.rows, hazard_options(input->seed), progress_on(streams));
        if (!trained) return trained.error();
        const auto positives = rows.rows.positives();
        report.events.push_back({std::string(to_text(event)), static_cast<std::size_t>(horizon.count()),
                                 rows.rows.size(), positives, trained->chosen,
                                 std::string(to_text(trained->model.calibration().kind())),
                                 trained->log_loss});
        model.hazards.push_back({event, horizon,
                                 static_cast<double>(positives) / static_cast<double>(rows.rows.size()),
                                 std::move(trained->model), FeatureBins::fit(rows.rows.features)});
        return {};
    };
    exit = for_each_hazard(*input, streams, train);
    if (exit != ExitCode::ok) return exit;
    if (model.hazards.empty()) return ExitCode::findings;
    report.file = arguments.get("output", "var/" + std::filesystem::path(file).stem().string() + ".life");
    const auto bytes = model.save(report.file);
    if (!bytes) return told(bytes.error(), streams);
    report.bytes = *bytes;
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    print(report, arguments, streams);
    return ExitCode::ok;
}

ExitCode run_eval_hazards(const CommandArguments& arguments, const CommandStreams& streams) {
    ExitCode exit = ExitCode::ok;
    const auto folds = number_from(arguments, {"folds", 5, 2, 100}, streams, exit);
    if (!folds) return exit;
    const auto input = input_from(arguments, streams, exit);
    if (!input) return exit;
    const auto parts = static_cast<std::size_t>(*folds);
    LifeEventsReport report{arguments.get("events"),
                            "day",
                            input->labels.size(),
                            input->seed,
                            "the rows kept out of " + std::to_string(parts) + " folds of customers",
                            {}};
    const auto measure = [&](LifeEvent event, days horizon, const HazardRows& rows) -> Result<void> {
        auto splits = evaluate_splits(rows.rows, folds_of(rows.rows, parts, input->seed),
                                      hazard_options(input->seed), progress_on(streams));
        if (!splits) return splits.error();
        const BinaryMeasures overall = splits->overall;
        const auto by_rules = rules_chance(rows, input->moments, input->log, input->labels, event);
        report.events.push_back({std::string(to_text(event)),
                                 static_cast<std::size_t>(horizon.count()),
                                 overall,
                                 std::move(*splits),
                                 {},
                                 {},
                                 measure_binary(by_rules, rows.rows.labels).roc_auc});
        return {};
    };
    exit = for_each_hazard(*input, streams, measure);
    if (exit != ExitCode::ok) return exit;
    if (report.events.empty()) return ExitCode::findings;
    print(report, arguments, streams);
    return ExitCode::ok;
}

std::vector<CommandOption> with_life_options(std::vector<CommandOption> more) {
    using Kind = CommandOption::Kind;
    std::vector<CommandOption> options{
        {"--data", "a table with a row a person and a column a period (a15, a16, ... or Jul.93, ...)",
         Kind::text, false, ""},
        {"--events", "in place of it: behaviour events (CloudEvents, one a line)", Kind::text, false, ""},
        {"--labels", "with --events: what happened to whom (CSV: customer, life_event, life_event_on)",
         Kind::text, false, ""},
        {"--event", "the life events, parted by commas (default: all)", Kind::text, false, ""},
        {"--horizon",
         "periods within which an event has to happen (default: a year, or six months); with --events "
         "days (default: 30, 90 and 365)",
         Kind::integer, false, ""}};
    std::move(more.begin(), more.end(), std::back_inserter(options));
    return options;
}

}  // namespace parlance::personalization
