#include <filesystem>
#include <optional>
#include <ostream>

#include "nlu/command_inputs.h"
#include "personalization/learning/column_schema.h"
#include "personalization/learning/learning_inputs.h"
#include "personalization/recommender/content_report.h"
#include "personalization/recommender/recommender_commands.h"

namespace parlance::personalization {

namespace {

constexpr long most_seed = 4294967295;

struct Choices {
    double least_rating = 0;
    double holdout = 0.2;
    ContentEvaluationOptions evaluation;
};

std::optional<double> decimal_from(const CommandArguments& arguments, const std::string& name,
                                   double otherwise, const CommandStreams& streams, ExitCode& exit) {
    if (!arguments.has(name)) return otherwise;
    const auto value = number_of(arguments.get(name));
    if (value) return value;
    streams.notes << "--" << name << " must be a number, not \"" << arguments.get(name) << "\"\n";
    exit = ExitCode::usage;
    return std::nullopt;
}

std::optional<Choices> choices_from(const CommandArguments& arguments, const CommandStreams& streams,
                                    ExitCode& exit) {
    const auto seed = number_from(arguments, {"seed", 42, 0, most_seed}, streams, exit);
    const auto factors = number_from(arguments, {"factors", 64, 1, 1024}, streams, exit);
    const auto regressed = number_from(arguments, {"ease-items", 8000, 0, 20000}, streams, exit);
    const auto least = decimal_from(arguments, "least-rating", 0, streams, exit);
    const auto holdout = decimal_from(arguments, "holdout", 0.2, streams, exit);
    if (!seed || !factors || !regressed || !least || !holdout) return std::nullopt;
    if (*holdout <= 0 || *holdout >= 1) {
        streams.notes << "--holdout must be between 0 and 1, as 0.2\n";
        exit = ExitCode::usage;
        return std::nullopt;
    }
    return Choices{*least,
                   *holdout,
                   {static_cast<std::uint32_t>(*seed), static_cast<std::size_t>(*factors),
                    static_cast<std::size_t>(*regressed)}};
}

// What is in the files; all their findings told.
struct Files {
    NamedLikes likes;
    std::optional<NamedLikes> test;
    std::vector<ItemContent> content;
};

Result<Files> read_files(const CommandArguments& arguments, double least_rating, Findings& findings) {
    Files files;
    auto likes = read_likes(arguments.get("train"), least_rating, findings);
    if (!likes) return likes.error();
    files.likes = std::move(*likes);
    if (arguments.has("test")) {
        auto test = read_likes(arguments.get("test"), least_rating, findings);
        if (!test) return test.error();
        files.test = std::move(*test);
    }
    for (const std::string option : {"items", "links"}) {
        for (const std::string& file : names_in(arguments.get(option))) {
            auto terms = read_item_terms(file, findings);
            if (!terms) return terms.error();
            const std::string name = std::filesystem::path(file).stem().string();
            files.content.push_back({name, std::move(*terms), option == "links"});
        }
    }
    return files;
}

LikeSplit split_of(const Files& files, const Choices& choices) {
    std::vector<const NamedLikes*> parts = {&files.likes};
    if (files.test) parts.push_back(&*files.test);
    const ItemNumbers numbers(parts);
    if (files.test) return beside(files.likes, *files.test, numbers);
    return hold_out(numbered(files.likes, numbers), choices.holdout, choices.evaluation.seed);
}

ContentReport report_on(const Files& files, const Choices& choices, const CommandArguments& arguments,
                        const CommandStreams& streams) {
    const LikeSplit split = split_of(files, choices);
    ContentReport report;
    report.data = arguments.get("train");
    report.measured_on =
        arguments.get("test", "a share of " + arguments.get("holdout", "0.2") +
                                  " of each user's likes, seed " + std::to_string(choices.evaluation.seed));
    report.seed = choices.evaluation.seed;
    report.users = split.training.users();
    report.items = split.training.items();
    report.training_likes = split.training.size();
    report.test_likes = split.test.size();
    report.evaluation = evaluate_content(split, files.content, choices.evaluation, progress_on(streams));
    return report;
}

ExitCode run_eval_content(const CommandArguments& arguments, const CommandStreams& streams) {
    ExitCode exit = ExitCode::ok;
    const auto choices = choices_from(arguments, streams, exit);
    if (!choices) return exit;
    Findings findings;
    const auto files = read_files(arguments, choices->least_rating, findings);
    if (!files) return told(files.error(), streams);
    nlu::print(findings, {}, streams.notes);
    if (findings.has_errors()) return ExitCode::findings;
    const ContentReport report = report_on(*files, *choices, arguments, streams);
    if (streams.notes_is_terminal) streams.notes << "\r\x1b[K";
    streams.out << (arguments.has("json") ? to_json_text(report) : describe(report)) << "\n";
    return ExitCode::ok;
}

}  // namespace

ProgramCommand eval_content_command() {
    using Kind = CommandOption::Kind;
    return {"content",
            "Measure recommenders of items on who liked what, by full ranking",
            {{"--train", "who liked what (see docs/content.md for the forms)", Kind::text, true, ""},
             {"--test", "likes to measure on, in the same form (default: a share of --train)", Kind::text,
              false, ""},
             {"--holdout", "the share of each user's likes to measure on", Kind::text, false, "0.2"},
             {"--least-rating", "a rating below is no like", Kind::text, false, "0"},
             {"--items", "files of the items' terms, parted by commas", Kind::text, false, ""},
             {"--links", "files of links between items, parted by commas", Kind::text, false, ""},
             {"--factors", "of iALS", Kind::integer, false, "64"},
             {"--ease-items", "no EASE^R above so many items", Kind::integer, false, "8000"},
             {"--seed", "of the split and the fits", Kind::integer, false, "42"}},
            run_eval_content};
}

}  // namespace parlance::personalization
