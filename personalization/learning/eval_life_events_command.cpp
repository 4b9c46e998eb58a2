#include <ostream>

#include "nlu/reliability_svg.h"
#include "personalization/learning/hazard_commands.h"
#include "personalization/learning/learning_commands.h"
#include "personalization/learning/learning_inputs.h"
#include "personalization/learning/life_event_model.h"
#include "personalization/learning/life_events_report.h"

namespace parlance::personalization {

namespace {

constexpr long most_seed = 4294967295;

struct Choices {
    std::uint32_t seed = 42;
    std::size_t folds = 5;
    std::size_t horizon = 0;
    std::size_t explained = 0;
};

std::optional<Choices> choices_from(const CommandArguments& arguments, const CommandStreams& streams,
                                    ExitCode& exit) {
    const auto seed = number_from(arguments, {"seed", 42, 0, most_seed}, streams, exit);
    const auto folds = number_from(arguments, {"folds", 5, 2, 100}, streams, exit);
    const auto horizon = number_from(arguments, {"horizon", 0, 1, 1200}, streams, exit);
    const auto explained = number_from(arguments, {"explain", 0, 0, 1000000}, streams, exit);
    if (!seed || !folds || !horizon || !explained) return std::nullopt;
    if (*explained > 0 && !arguments.has("model")) {
        streams.notes << "--explain goes with --model\n";
        exit = ExitCode::usage;
        return std::nullopt;
    }
    return Choices{static_cast<std::uint32_t>(*seed), static_cast<std::size_t>(*folds),
                   static_cast<std::size_t>(*horizon), static_cast<std::size_t>(*explained)};
}

Result<LifeEventResult> cross_validated(const LifeCourses& lives, const LifeEventDefinition& event,
                                        const Choices& choices, const LearningProgress& progress) {
    const auto rows = person_periods(lives, event, covariate_encoder(lives), lives.states);
    if (!rows) return rows.error();
    auto folds = evaluate_splits(*rows, folds_of(*rows, choices.folds, choices.seed),
                                 life_event_options(choices.seed), progress);
    if (!folds) return folds.error();
    const BinaryMeasures overall = folds->overall;
    return LifeEventResult{event.name, event.horizon, overall, std::move(*folds), {}, {}};
}

ExitCode cross_validate(const LifeCourses& lives, const Choices& choices, const CommandArguments& arguments,
                        const CommandStreams& streams, LifeEventsReport& report) {
    const auto events = choose_life_events(lives, names_in(arguments.get("event")), choices.horizon);
    if (!events) return told(events.error(), streams);
    report.measured_on = "the rows kept out of " + std::to_string(choices.folds) + " folds of people";
    for (const LifeEventDefinition& event : *events) {
        auto result = cross_validated(lives, event, choices, progress_on(streams));
        if (!result) return told(result.error(), streams);
        report.events.push_back(std::move(*result));
    }
    return ExitCode::ok;
}

// "line 17, age 22" for every row; the first feature is the age, or the months since the start.
std::vector<std::string> names_of(const LifeCourses& lives, const LabelledMatrix& rows) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const int line = lives.covariates.lines[rows.groups[i]];
        const auto moment = static_cast<int>(rows.features.row(i).front());
        names.push_back("line " + std::to_string(line) + ", " + rows.features.names.front() + " " +
                        std::to_string(moment));
    }
    return names;
}

ExitCode score(const LifeCourses& lives, const std::string& file, std::size_t explained,
               const CommandStreams& streams, LifeEventsReport& report) {
    const auto model = LifeEventModel::load(file);
    if (!model) return told(model.error(), streams);
    report.measured_on = "every row, by the model " + file;
    for (const LifeEventHazard& hazard : model->hazards) {
        const auto rows = person_periods(lives, hazard.event, model->covariates, model->states);
        if (!rows) return told(rows.error(), streams);
        const auto foretold = hazard.model.probabilities(rows->features);
        if (!foretold) return told(foretold.error(), streams);
        auto cases =
            likeliest_cases(hazard.model, hazard.bins, rows->features, names_of(lives, *rows), explained);
        if (!cases) return told(cases.error(), streams);
        report.events.push_back({hazard.event.name, hazard.event.horizon,
                                 measure_binary(*foretold, rows->labels), std::nullopt,
                                 hazard.bins.drift_to(rows->features), std::move(*cases)});
    }
    return ExitCode::ok;
}

ExitCode run_eval_life_events(const CommandArguments& arguments, const CommandStreams& streams) {
    ExitCode exit = ExitCode::ok;
    if (!input_file(arguments, streams, exit)) return exit;
    if (arguments.has("events")) return run_eval_hazards(arguments, streams);
    const auto choices = choices_from(arguments, streams, exit);
    if (!choices) return exit;
    const auto table = table_from(arguments.get("data"), streams, exit);
    if (!table) return exit;
    const auto lives = life_courses_in(*table);
    if (!lives) return told(lives.error(), streams);
    LifeEventsReport report{arguments.get("data"), lives->unit, lives->people(), choices->seed, {}, {}};
    exit = arguments.has("model") ? score(*lives, arguments.get("model"), choices->explained, streams, report)
                                  : cross_validate(*lives, *choices, arguments, streams, report);
    if (streams.notes_is_terminal) streams.notes << "\r\x1b[K";
    if (exit != ExitCode::ok) return exit;
    streams.out << (arguments.has("json") ? to_json_text(report) : describe(report)) << "\n";
    if (!arguments.has("svg")) return ExitCode::ok;
    const nlu::ReliabilityWords words{"foretold probability; grey: rows in each bin",
                                      "share that happened; red: mean foretold"};
    const std::string diagram = nlu::reliability_svg(report.events.front().overall.reliability, words);
    return write_text(arguments.get("svg"), diagram, streams) ? ExitCode::ok : ExitCode::io;
}

}  // namespace

ProgramCommand eval_life_events_command() {
    using Kind = CommandOption::Kind;
    return {"life-events",
            "Measure hazard models of life events, cross-validated by people, or a trained one",
            with_life_options(
                {{"--folds", "parts of the cross-validation", Kind::integer, false, "5"},
                 {"--seed", "of the folds and the training", Kind::integer, false, "42"},
                 {"--model", "measure this model instead of training anew", Kind::text, false, ""},
                 {"--explain", "with --model: show the likeliest rows with what moved them", Kind::integer,
                  false, ""},
                 {"--svg", "write the reliability diagram of the first event", Kind::text, false, ""}}),
            run_eval_life_events};
}

}  // namespace parlance::personalization
