#include "nlu/train_command.h"

#include <charconv>
#include <chrono>
#include <ostream>

#include "nlu/classifier_training.h"
#include "nlu/command_inputs.h"
#include "nlu/encoder_choice.h"
#include "nlu/training_report.h"

namespace parlance::nlu {

namespace {

struct TrainingInput {
    std::string name;
    std::vector<LabelledText> texts;
};

std::optional<TrainingInput> read_input(const CommandArguments& arguments, const CommandStreams& streams,
                                        ExitCode& exit) {
    if (arguments.has("data")) {
        const std::string file = arguments.get("data");
        auto texts = read_texts(file, streams, exit);
        if (!texts) return std::nullopt;
        return TrainingInput{std::filesystem::path(file).stem().string(), std::move(*texts)};
    }
    const auto read = read_pack(arguments.get("pack", default_pack), streams, exit);
    if (!read) return std::nullopt;
    return TrainingInput{read->pack.name, labelled_texts_of(read->pack)};
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

ExitCode run_train(const CommandArguments& arguments, const CommandStreams& streams) {
    TrainingOptions options;
    const std::string seed = arguments.get("seed", "1");
    const auto [end, error] = std::from_chars(seed.data(), seed.data() + seed.size(), options.seed);
    if (error != std::errc() || end != seed.data() + seed.size()) {
        streams.notes << "--seed must be a whole number, not \"" << seed << "\"\n";
        return ExitCode::usage;
    }
    ExitCode exit = ExitCode::ok;
    const auto input = read_input(arguments, streams, exit);
    if (!input) return exit;
    if (!add_encoder(arguments, streams, options)) return ExitCode::io;
    const auto start = std::chrono::steady_clock::now();
    const Result<TrainingOutcome> outcome = train_classifier(input->texts, options, progress_on(streams));
    if (!outcome) {
        streams.notes << outcome.error().detail << "\n";
        return outcome.error().code == ErrorCode::io_failed ? ExitCode::io : ExitCode::findings;
    }
    const std::filesystem::path file = arguments.get("output", model_path_for(input->name).string());
    const Result<std::size_t> bytes = outcome->classifier->save(file);
    if (!bytes) {
        streams.notes << bytes.error().detail << "\n";
        return ExitCode::io;
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    const TrainingReport report{file.string(),
                                std::string(outcome->classifier->method()),
                                input->texts.size(),
                                outcome->intents,
                                outcome->trial,
                                *bytes,
                                taken.count()};
    streams.out << (arguments.has("json") ? to_json_text(report) : describe(report)) << "\n";
    return ExitCode::ok;
}

}  // namespace

ProgramCommand train_command() {
    using Kind = CommandOption::Kind;
    return {"train",
            "Train an intent model on a pack's examples, or on lines `label<TAB>text`",
            {{"pack", "the pack's folder", Kind::positional, false, default_pack},
             {"--data", "train on this file instead of the pack", Kind::text, false, ""},
             {"-o,--output", "the model file to write (default var/<name>.model)", Kind::text, false, ""},
             {"--encoder", "the sentence encoder's package (default: where script/setup put it)", Kind::text, false,
              ""},
             {"--seed", "equal seeds give equal models", Kind::integer, false, "1"}},
            run_train};
}

}  // namespace parlance::nlu
