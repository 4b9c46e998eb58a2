#include "nlu/train_command.h"

#include <charconv>
#include <chrono>
#include <ostream>
#include <set>

#include "intents/shipped_folder.h"
#include "nlu/command_inputs.h"
#include "nlu/encoder_choice.h"
#include "nlu/feeling.h"
#include "nlu/model_training.h"
#include "nlu/training_report.h"

namespace parlance::nlu {

namespace {

struct TrainingInput {
    std::string name;
    ModelTexts texts;
};

// What `parlance train` is about: everything of a pack, or one file's intents.
std::optional<TrainingInput> read_all(const CommandArguments& arguments, const CommandStreams& streams,
                                      ExitCode& exit) {
    if (arguments.has("data")) {
        const std::string file = arguments.get("data");
        auto texts = read_texts(file, streams, exit);
        if (!texts) return std::nullopt;
        return TrainingInput{std::filesystem::path(file).stem().string(), {std::move(*texts), {}}};
    }
    const auto read = read_pack(arguments.get("pack", default_pack()), streams, exit);
    if (!read) return std::nullopt;
    const auto sentiment = read_sentiment_texts(read->source, read->pack, streams, exit);
    if (!sentiment) return std::nullopt;
    return TrainingInput{read->pack.name, {labelled_texts_of(read->pack), *sentiment}};
}

void warn_of_other_labels(const std::vector<LabelledText>& texts, const CommandStreams& streams) {
    std::set<std::string> others;
    for (const LabelledText& text : texts) {
        if (!feeling_named(text.label.text)) others.insert(text.label.text);
    }
    if (others.empty()) return;
    streams.notes << "these labels are no feelings, so the model can be measured but not served:";
    for (const std::string& other : others) streams.notes << " " << other;
    streams.notes << "\n";
}

// What `parlance train sentiment` is about: a pack's feelings, or a file's.
std::optional<TrainingInput> read_sentiment(const CommandArguments& arguments, const CommandStreams& streams,
                                            ExitCode& exit) {
    if (arguments.has("data")) {
        const std::string file = arguments.get("data");
        auto texts = read_texts(file, streams, exit);
        if (!texts) return std::nullopt;
        warn_of_other_labels(*texts, streams);
        return TrainingInput{std::filesystem::path(file).stem().string() + ".sentiment",
                             {{}, std::move(*texts)}};
    }
    const auto read = read_pack(arguments.get("pack", default_pack()), streams, exit);
    if (!read) return std::nullopt;
    const auto texts = read_sentiment_texts(read->source, read->pack, streams, exit);
    if (!texts) return std::nullopt;
    if (!texts->empty()) return TrainingInput{read->pack.name + ".sentiment", {{}, *texts}};
    streams.notes
        << "the pack has nothing to learn feelings from: put lines `label<TAB>emotion<TAB>text` into "
        << (read->source.root() / "sentiment" / "train_<language>.tsv").string()
        << ", or give a file with --data\n";
    exit = ExitCode::io;
    return std::nullopt;
}

// A bar on a terminal, a line a step elsewhere.
TrainingProgress progress_on(const CommandStreams& streams) {
    return [&streams](std::string_view step, double done) {
        const int percent = static_cast<int>(done * 100);
        if (!streams.notes_is_terminal) {
            streams.notes << "training: " << percent << " %, " << step << "\n" << std::flush;
            return;
        }
        constexpr int width = 30;
        const auto filled = static_cast<std::size_t>(done * width);
        streams.notes << "\r[" << std::string(filled, '#') << std::string(width - filled, '.') << "] "
                      << percent << " % " << step << "          " << (done >= 1 ? "\n" : "") << std::flush;
    };
}

// Chooses the encoder; false when the one that was named cannot be had.
bool add_encoder(const CommandArguments& arguments, const CommandStreams& streams, TrainingOptions& options) {
    Result<EncoderChoice> choice = choose_encoder(arguments.get("encoder", ""));
    if (!choice) {
        streams.notes << choice.error().detail << "\n";
        return false;
    }
    if (!choice->note.empty()) streams.notes << choice->note << "\n";
    options.encoder = std::move(choice->encoder);
    return true;
}

bool add_seed(const CommandArguments& arguments, const CommandStreams& streams, TrainingOptions& options) {
    const std::string seed = arguments.get("seed", "1");
    const auto [end, error] = std::from_chars(seed.data(), seed.data() + seed.size(), options.seed);
    if (error == std::errc() && end == seed.data() + seed.size()) return true;
    streams.notes << "--seed must be a whole number, not \"" << seed << "\"\n";
    return false;
}

TrainingReport report_of(const ModelsOutcome& outcome, const ModelTexts& texts) {
    const TrainingOutcome& main = outcome.intents ? *outcome.intents : *outcome.sentiment;
    TrainingReport report;
    report.method = main.classifier->method();
    report.examples = outcome.intents ? texts.intents.size() : texts.sentiment.size();
    report.intents = main.intents;
    report.trial = main.trial;
    if (outcome.intents && outcome.sentiment)
        report.sentiment = SentimentTraining{texts.sentiment.size(), outcome.sentiment->trial};
    return report;
}

ExitCode train(const TrainingInput& input, const CommandArguments& arguments, const CommandStreams& streams,
               TrainingOptions options) {
    if (!add_encoder(arguments, streams, options)) return ExitCode::io;
    const auto start = std::chrono::steady_clock::now();
    const Result<ModelsOutcome> outcome = train_models(input.texts, options, progress_on(streams));
    if (!outcome) {
        streams.notes << outcome.error().detail << "\n";
        return outcome.error().code == ErrorCode::io_failed ? ExitCode::io : ExitCode::findings;
    }
    const std::filesystem::path file = arguments.get("output", model_path_for(input.name).string());
    const Result<std::size_t> bytes = outcome->models.save(file);
    if (!bytes) {
        streams.notes << bytes.error().detail << "\n";
        return ExitCode::io;
    }
    TrainingReport report = report_of(*outcome, input.texts);
    report.model = file.string();
    report.bytes = *bytes;
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    streams.out << (arguments.has("json") ? to_json_text(report) : describe(report)) << "\n";
    return ExitCode::ok;
}

using ReadInput = std::optional<TrainingInput> (*)(const CommandArguments&, const CommandStreams&, ExitCode&);

template <ReadInput read>
ExitCode run_train(const CommandArguments& arguments, const CommandStreams& streams) {
    TrainingOptions options;
    if (!add_seed(arguments, streams, options)) return ExitCode::usage;
    ExitCode exit = ExitCode::ok;
    const auto input = read(arguments, streams, exit);
    return input ? train(*input, arguments, streams, options) : exit;
}

std::vector<CommandOption> options_of(const std::string& data, const std::string& name) {
    using Kind = CommandOption::Kind;
    return {
        {"pack", "the pack's folder", Kind::positional, false, default_pack()},
        {"--data", data, Kind::text, false, ""},
        {"-o,--output", "the model file to write (default var/" + name + ".model)", Kind::text, false, ""},
        {"--encoder", "the sentence encoder's package (default: where script/setup put it)", Kind::text,
         false, ""},
        {"--seed", "equal seeds give equal models", Kind::integer, false, "1"}};
}

}  // namespace

ProgramCommand train_command() {
    const ProgramCommand sentiment{
        "sentiment",
        "Train a model of sentiment and emotion alone, on a pack's lines or on lines `label<TAB>text`",
        options_of(
            "train on this file instead of the pack; labels are negative, neutral, positive, an emotion, "
            "or both (negative/anger)",
            "<name>.sentiment"),
        run_train<read_sentiment>};
    return {"train",
            "Train a pack's models of intents and sentiment, or one of intents on lines `label<TAB>text`",
            options_of("train on this file instead of the pack", "<name>"),
            run_train<read_all>,
            {sentiment}};
}

}  // namespace parlance::nlu
