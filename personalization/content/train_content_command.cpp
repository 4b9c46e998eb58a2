#include <chrono>
#include <filesystem>
#include <ostream>

#include "intents/findings.h"
#include "nlu/command_inputs.h"
#include "personalization/content/reading_report.h"
#include "personalization/learning/learning_inputs.h"
#include "personalization/recommender/recommender_commands.h"
#include "personalization/seeded_random.h"

namespace parlance::personalization {

namespace {

// Lists of likes say nothing of their order: which one counts as the last is left to chance.
void shuffle(NamedLikes& likes) {
    SeededRandom random(42);
    for (auto& user : likes.users) {
        for (std::size_t left = user.items.size(); left > 1; --left)
            std::swap(user.items[left - 1], user.items[random.below(left)]);
    }
}

// From --events or --train, one of which must be there.
std::optional<NamedLikes> readings_from(const CommandArguments& arguments, const CommandStreams& streams,
                                        ExitCode& exit) {
    if (arguments.has("events") == arguments.has("train")) {
        streams.notes << "say what to learn from: --events or --train\n";
        exit = ExitCode::usage;
        return std::nullopt;
    }
    if (arguments.has("events")) {
        const auto log = read_event_log(arguments.get("events"));
        if (log) return readings_in(*log);
        exit = told(log.error(), streams);
        return std::nullopt;
    }
    Findings findings;
    auto likes = read_likes(arguments.get("train"), 0, findings);
    if (!likes) {
        exit = told(likes.error(), streams);
        return std::nullopt;
    }
    nlu::print(findings, {}, streams.notes);
    shuffle(*likes);
    if (!findings.has_errors()) return std::move(*likes);
    exit = ExitCode::findings;
    return std::nullopt;
}

ExitCode run_train_content(const CommandArguments& arguments, const CommandStreams& streams) {
    const auto start = std::chrono::steady_clock::now();
    ExitCode exit = ExitCode::ok;
    const auto readings = readings_from(arguments, streams, exit);
    if (!readings) return exit;
    const auto training = train_readings(*readings, progress_on(streams));
    if (streams.notes_is_terminal) streams.notes << "\r\x1b[K";
    if (!training) return told(training.error(), streams);
    ReadingReport report;
    report.data = arguments.get("events", arguments.get("train"));
    report.file = arguments.get("output", "var/content.model");
    const auto bytes = training->model.save(report.file);
    if (!bytes) return told(bytes.error(), streams);
    report.bytes = *bytes;
    report.readers = training->readers;
    report.items = training->model.items().size();
    report.readings = training->readings;
    report.compared = training->compared;
    report.chosen = training->chosen;
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    streams.out << (arguments.has("json") ? to_json_text(report) : describe(report)) << "\n";
    return ExitCode::ok;
}

}  // namespace

ProgramCommand train_content_command() {
    using Kind = CommandOption::Kind;
    return {
        "content",
        "Learn what readers of one thing read besides, from behaviour events or lists of likes",
        {{"--events", "behaviour events (CloudEvents, one a line): the articles read", Kind::text, false, ""},
         {"--train", "in place of it: who liked what, in any order (see docs/content.md)", Kind::text, false,
          ""},
         {"-o,--output", "the model file to write (default var/content.model)", Kind::text, false, ""}},
        run_train_content};
}

}  // namespace parlance::personalization
