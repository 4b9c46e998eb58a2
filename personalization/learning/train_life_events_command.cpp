#include <chrono>
#include <ostream>

#include "personalization/learning/hazard_commands.h"
#include "personalization/learning/learning_commands.h"
#include "personalization/learning/learning_inputs.h"
#include "personalization/learning/life_event_model.h"
#include "personalization/learning/life_events_report.h"

namespace parlance::personalization {

namespace {

constexpr long most_seed = 4294967295;

ExitCode train_all(const LifeCourses& lives, const std::vector<LifeEventDefinition>& events,
                   const BinaryTrainingOptions& options, const CommandStreams& streams, LifeEventModel& model,
                   LifeEventsTrainingReport& report) {
    model.states = lives.states;
    model.covariates = covariate_encoder(lives);
    for (const LifeEventDefinition& event : events) {
        const auto rows = person_periods(lives, event, model.covariates, model.states);
        if (!rows) return told(rows.error(), streams);
        auto trained = train_binary(*rows, options, progress_on(streams));
        if (!trained) return told(trained.error(), streams);
        report.events.push_back({event.name, event.horizon, rows->size(), rows->positives(), trained->chosen,
                                 std::string(to_text(trained->model.calibration().kind())),
                                 trained->log_loss});
        model.hazards.push_back({event, std::move(trained->model), FeatureBins::fit(rows->features)});
    }
    return ExitCode::ok;
}

ExitCode run_train_life_events(const CommandArguments& arguments, const CommandStreams& streams) {
    ExitCode exit = ExitCode::ok;
    if (!input_file(arguments, streams, exit)) return exit;
    if (arguments.has("events")) return run_train_hazards(arguments, streams);
    const auto seed = number_from(arguments, {"seed", 42, 0, most_seed}, streams, exit);
    const auto horizon = number_from(arguments, {"horizon", 0, 1, 1200}, streams, exit);
    if (!seed || !horizon) return exit;
    const auto start = std::chrono::steady_clock::now();
    const std::string input = arguments.get("data");
    const auto table = table_from(input, streams, exit);
    if (!table) return exit;
    const auto lives = life_courses_in(*table);
    if (!lives) return told(lives.error(), streams);
    const auto events =
        choose_life_events(*lives, names_in(arguments.get("event")), static_cast<std::size_t>(*horizon));
    if (!events) return told(events.error(), streams);
    LifeEventsTrainingReport report{input, lives->unit, lives->people(), {}, 0, 0, {}};
    LifeEventModel model;
    exit = train_all(*lives, *events, life_event_options(static_cast<std::uint32_t>(*seed)), streams, model,
                     report);
    if (streams.notes_is_terminal) streams.notes << "\r\x1b[K";
    if (exit != ExitCode::ok) return exit;
    report.file = arguments.get("output", "var/" + std::filesystem::path(input).stem().string() + ".life");
    const auto bytes = model.save(report.file);
    if (!bytes) return told(bytes.error(), streams);
    report.bytes = *bytes;
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    streams.out << (arguments.has("json") ? to_json_text(report) : describe(report)) << "\n";
    return ExitCode::ok;
}

}  // namespace

ProgramCommand train_life_events_command() {
    using Kind = CommandOption::Kind;
    return {"life-events", "Train hazard models of life events on recorded lives, one state a period",
            with_life_options({{"-o,--output", "the model file to write (default var/<file name>.life)",
                                Kind::text, false, ""},
                               {"--seed", "equal seeds give equal models", Kind::integer, false, "42"}}),
            run_train_life_events};
}

}  // namespace parlance::personalization
