#include "nlu/sentiment_eval_command.h"

#include <algorithm>
#include <ostream>

#include "intents/shipped_folder.h"
#include "nlu/command_inputs.h"
#include "nlu/evaluation_report.h"
#include "nlu/held_out.h"
#include "nlu/sentiment_evaluation.h"

namespace parlance::nlu {

namespace {

template <typename Texts, typename Test>
bool all_labels(const Texts& texts, Test test) {
    return std::all_of(texts.begin(), texts.end(),
                       [&](const LabelledText& text) { return test(text.label.text); });
}

// A model of labels and emotions is asked for what the lines name; any other for its classes.
Evaluation evaluate_lines(const TrainedClassifier& classifier, const TestSet& set) {
    const auto& classes = classifier.parts().labels;
    const bool by_class = all_labels(set.texts, [&](const std::string& label) {
        return std::find(classes.begin(), classes.end(), IntentName{label}) != classes.end();
    });
    const bool by_label = all_labels(
        set.texts, [](const std::string& label) { return sentiment_label_named(label).has_value(); });
    if (by_class) return measure(run_classifier(classifier, set, {}));
    const FeelingView view(classifier, by_label ? FeelingAspect::label : FeelingAspect::emotion);
    return measure(run_classifier(view, set, {}));
}

MeasuredSet measured(const std::string& name, const TrainedClassifier& classifier,
                     const std::vector<SentimentLine>& lines) {
    SentimentEvaluation evaluation = evaluate_sentiment(classifier, lines);
    MeasuredSet set{name, std::move(evaluation.label)};
    set.emotion = std::move(evaluation.emotion);
    return set;
}

std::optional<EvaluationReport> report_on_file(const CommandArguments& arguments,
                                               const TrainedClassifier& classifier,
                                               const CommandStreams& streams, ExitCode& exit) {
    auto texts = read_texts(arguments.get("data"), streams, exit);
    if (!texts) return std::nullopt;
    const TestSet set{Locale{arguments.get("lang", "en")}, std::move(*texts), {}};
    return EvaluationReport{std::string(classifier.method()), {"all", evaluate_lines(classifier, set)}, {}};
}

std::optional<EvaluationReport> report_on_pack(const PackRead& read, const TrainedClassifier& classifier,
                                               const CommandStreams& streams, ExitCode& exit) {
    const auto lines = read_held_out_sentiment(read, streams, exit);
    if (!lines) return std::nullopt;
    if (lines->empty()) {
        streams.notes
            << "the pack has no lines to measure feelings on: put lines `label<TAB>emotion<TAB>text` "
               "into "
            << (read.source.root() / "held_out" / "sentiment_<language>.tsv").string()
            << ", or give a file with --data\n";
        exit = ExitCode::io;
        return std::nullopt;
    }
    EvaluationReport report{std::string(classifier.method()), measured("all", classifier, *lines), {}};
    for (const Locale& language : read.pack.languages) {
        const auto own = lines_of(*lines, language.tag);
        if (!own.empty()) report.languages.push_back(measured(language.tag, classifier, own));
    }
    return report;
}

ExitCode run_eval(const CommandArguments& arguments, const CommandStreams& streams) {
    ExitCode exit = ExitCode::ok;
    std::optional<PackRead> read;
    if (!arguments.has("data") || !arguments.has("model")) {
        read = read_pack(arguments.get("pack", default_pack()), streams, exit);
        if (!read) return exit;
    }
    const std::string model =
        arguments.has("model") ? arguments.get("model") : model_path_for(read->pack.name).string();
    const auto models = read_models(model, streams, exit);
    if (!models) return exit;
    const TrainedClassifier& classifier = models->sentiment ? *models->sentiment : *models->intents;
    const auto report = arguments.has("data") ? report_on_file(arguments, classifier, streams, exit)
                                              : report_on_pack(*read, classifier, streams, exit);
    if (!report) return exit;
    streams.out << (arguments.has("json") ? to_json_text(*report) : describe(*report)) << "\n";
    return ExitCode::ok;
}

}  // namespace

ProgramCommand sentiment_eval_command() {
    using Kind = CommandOption::Kind;
    return {"sentiment",
            "Measure sentiment and emotion on a pack's held-out lines, or on lines `label<TAB>text`",
            {{"--pack", "the pack whose lines in held_out/ are used; with --data, whose model is meant",
              Kind::optional_text, false, default_pack()},
             {"--data", "measure on these lines instead", Kind::text, false, ""},
             {"--lang", "with --data: the lines' language (default en)", Kind::text, false, ""},
             {"--model", "the model file (default var/<pack name>.model)", Kind::text, false, ""}},
            run_eval};
}

}  // namespace parlance::nlu
