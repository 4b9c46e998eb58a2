#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <ostream>

#include "intents/shipped_folder.h"
#include "nlu/command_inputs.h"
#include "nlu/decimal_text.h"
#include "nlu/duckling/duckling_eval_command.h"
#include "nlu/evaluation_report.h"
#include "nlu/held_out.h"
#include "nlu/recognizers/recognizers_eval_command.h"
#include "nlu/reliability_svg.h"
#include "nlu/sentiment_eval_command.h"
#include "nlu/train_command.h"

namespace parlance::nlu {

namespace {

// Files with more lines are measured for robustness only on demand: it asks five more times.
constexpr std::size_t most_lines_for_robustness = 5000;

struct Choices {
    double least_accuracy = 0;
    RunOptions run;
    std::optional<Baseline> baseline;
};

// What to measure, and the model to measure.
struct Subject {
    std::vector<TestSet> sets;
    bool by_language = false;
    std::filesystem::path model;
    std::vector<SentimentLine> sentiment = {};  // of a pack, measured beside the intents
};

std::optional<double> share_from(const std::string& text) {
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (text.empty() || *end != '\0' || !(value >= 0 && value <= 1)) return std::nullopt;
    return value;
}

std::optional<std::uint64_t> seed_from(const std::string& text) {
    std::uint64_t seed = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return seed;
}

std::optional<Choices> read_choices(const CommandArguments& arguments, const CommandStreams& streams,
                                    ExitCode& exit) {
    const auto wrong = [&](const std::string& problem, ExitCode code) {
        streams.notes << problem << "\n";
        exit = code;
        return std::nullopt;
    };
    const auto least = share_from(arguments.get("min-accuracy", "0"));
    if (!least) return wrong("--min-accuracy must be between 0 and 1", ExitCode::usage);
    const auto seed = seed_from(arguments.get("seed", "1"));
    if (!seed)
        return wrong("--seed must be a whole number, not \"" + arguments.get("seed") + "\"", ExitCode::usage);
    if (arguments.has("robustness") && arguments.has("no-robustness"))
        return wrong("give one of --robustness and --no-robustness", ExitCode::usage);
    if (arguments.has("oos") && !arguments.has("data"))
        return wrong("--oos goes with --data; a pack has its own out-of-scope lines", ExitCode::usage);
    Choices choices{*least, {false, *seed}, std::nullopt};
    if (!arguments.has("baseline")) return choices;
    auto baseline = read_baseline(arguments.get("baseline"));
    if (!baseline) {
        const bool is_unread = baseline.error().code == ErrorCode::io_failed;
        return wrong(baseline.error().detail, is_unread ? ExitCode::io : ExitCode::usage);
    }
    choices.baseline = std::move(*baseline);
    return choices;
}

// The lines of --data and --oos as one set, with the model named or the one that `train` makes of the pack.
std::optional<Subject> read_files(const CommandArguments& arguments, const CommandStreams& streams,
                                  ExitCode& exit) {
    auto texts = read_texts(arguments.get("data"), streams, exit);
    if (!texts) return std::nullopt;
    TestSet set{Locale{arguments.get("lang", "en")}, std::move(*texts), {}};
    if (arguments.has("oos")) {
        auto more = read_texts(arguments.get("oos"), streams, exit);
        if (!more) return std::nullopt;
        set.out_of_scope = std::move(*more);
    }
    if (arguments.has("model")) return Subject{{std::move(set)}, false, arguments.get("model")};
    const auto read = read_pack(arguments.get("pack", default_pack()), streams, exit);
    if (!read) return std::nullopt;
    return Subject{{std::move(set)}, false, model_path_for(read->pack.name)};
}

std::optional<Subject> read_subject(const CommandArguments& arguments, const CommandStreams& streams,
                                    ExitCode& exit) {
    if (arguments.has("data")) return read_files(arguments, streams, exit);
    const auto read = read_pack(arguments.get("pack", default_pack()), streams, exit);
    if (!read) return std::nullopt;
    auto sets = read_held_out(*read, streams, exit);
    if (!sets) return std::nullopt;
    auto sentiment = read_held_out_sentiment(*read, streams, exit);
    if (!sentiment) return std::nullopt;
    return Subject{std::move(*sets), true, arguments.get("model", model_path_for(read->pack.name).string()),
                   std::move(*sentiment)};
}

// Share of the run's texts that the lexical stage answers alone.
std::optional<double> early_exits(const TrainedClassifier& classifier, const EvaluationRun& run) {
    if (!classifier.parts().neural || run.texts.empty()) return std::nullopt;
    const auto early = std::count_if(run.texts.begin(), run.texts.end(), [&](const Prediction& prediction) {
        return classifier.exits_early(prediction.text);
    });
    return static_cast<double>(early) / static_cast<double>(run.texts.size());
}

MeasuredSet measured(const std::string& name, const EvaluationRun& run, const TrainedClassifier& classifier,
                     const EarlierMeasures* before) {
    MeasuredSet set{name, measure(run)};
    set.evaluation.early_exit_share = early_exits(classifier, run);
    add_neighbours(set.evaluation, classifier);
    if (before != nullptr) set.baseline = difference_from(*before, set.evaluation);
    return set;
}

void add_sentiment(const Subject& subject, const TrainedModels& models, EvaluationReport& report) {
    if (subject.sentiment.empty() || !models.sentiment) return;
    report.overall.sentiment = evaluate_sentiment(*models.sentiment, subject.sentiment);
    for (MeasuredSet& language : report.languages) {
        const auto lines = lines_of(subject.sentiment, language.name);
        if (!lines.empty()) language.sentiment = evaluate_sentiment(*models.sentiment, lines);
    }
}

EvaluationReport evaluate_sets(const Subject& subject, const TrainedClassifier& classifier,
                               const Choices& choices) {
    EvaluationReport report;
    report.method = classifier.method();
    EvaluationRun all;
    for (const TestSet& set : subject.sets) {
        const EvaluationRun run = run_classifier(classifier, set, choices.run);
        all.append(run);
        if (!subject.by_language) continue;
        const EarlierMeasures* before = nullptr;
        if (choices.baseline) {
            const auto found = choices.baseline->languages.find(set.locale.tag);
            if (found != choices.baseline->languages.end()) before = &found->second;
        }
        report.languages.push_back(measured(set.locale.tag, run, classifier, before));
    }
    report.overall =
        measured("all", all, classifier, choices.baseline ? &choices.baseline->overall : nullptr);
    return report;
}

bool wants_robustness(const CommandArguments& arguments, const Subject& subject) {
    if (arguments.has("robustness") || arguments.has("no-robustness")) return arguments.has("robustness");
    std::size_t lines = 0;
    for (const TestSet& set : subject.sets) lines += set.texts.size();
    return lines <= most_lines_for_robustness;
}

bool write_file(const std::string& file, const std::string& content, const CommandStreams& streams) {
    std::ofstream out(file, std::ios::binary);
    out << content;
    out.close();
    if (!out) streams.notes << "cannot write " << file << "\n";
    return static_cast<bool>(out);
}

ExitCode run_eval(const CommandArguments& arguments, const CommandStreams& streams) {
    ExitCode exit = ExitCode::ok;
    auto choices = read_choices(arguments, streams, exit);
    if (!choices) return exit;
    const auto subject = read_subject(arguments, streams, exit);
    if (!subject) return exit;
    const auto models = read_models(subject->model, streams, exit);
    if (!models) return exit;
    choices->run.robustness = wants_robustness(arguments, *subject);
    const TrainedClassifier& classifier = models->intents ? *models->intents : *models->sentiment;
    EvaluationReport report = evaluate_sets(*subject, classifier, *choices);
    add_sentiment(*subject, *models, report);
    streams.out << (arguments.has("json") ? to_json_text(report) : describe(report)) << "\n";
    const Evaluation& overall = report.overall.evaluation;
    bool is_written = true;
    if (arguments.has("report")) is_written = write_file(arguments.get("report"), to_html(report), streams);
    if (arguments.has("reliability")) {
        const std::string diagram = reliability_svg(overall.reliability);
        is_written = write_file(arguments.get("reliability"), diagram, streams) && is_written;
    }
    if (!is_written) return ExitCode::io;
    if (overall.accuracy >= choices->least_accuracy) return ExitCode::ok;
    streams.notes << "accuracy " << decimal_text(overall.accuracy, 4) << " is below the wanted "
                  << arguments.get("min-accuracy") << "\n";
    return ExitCode::findings;
}

}  // namespace

ProgramCommand eval_command() {
    using Kind = CommandOption::Kind;
    return {
        "eval",
        "Measure a model on a pack's held-out messages, or on lines `label<TAB>text`. `accuracy` lets "
        "out_of_scope compete only when the data has lines labelled oos or out_of_scope; "
        "`accuracy_with_refusals` always does",
        {{"--pack", "the pack whose messages in held_out/ are used; with --data, whose model is meant",
          Kind::optional_text, false, default_pack()},
         {"--data", "measure on these lines instead", Kind::text, false, ""},
         {"--oos", "with --data: more lines, all out of scope, for those measures", Kind::text, false, ""},
         {"--lang", "with --data: the lines' language (default en)", Kind::text, false, ""},
         {"--model", "the model file (default var/<pack name>.model)", Kind::text, false, ""},
         {"--baseline", "compare with this earlier output of eval --json", Kind::text, false, ""},
         {"--report", "write an HTML page with everything", Kind::text, false, ""},
         {"--reliability", "write the reliability diagram as SVG", Kind::text, false, ""},
         {"--robustness", "ask again with typos, other case and no punctuation, however many lines",
          Kind::flag, false, ""},
         {"--no-robustness", "do not; the default above 5,000 lines", Kind::flag, false, ""},
         {"--seed", "of the typos", Kind::integer, false, "1"},
         {"--min-accuracy", "exit with 1 when the accuracy is lower", Kind::text, false, "0"}},
        run_eval,
        {sentiment_eval_command(), recognizers_eval_command(), duckling_eval_command()}};
}

}  // namespace parlance::nlu
