#include "websocket/model_supply.h"

#include <fstream>
#include <ostream>

#include "nlu/checksum.h"
#include "nlu/command_inputs.h"
#include "nlu/encoder_choice.h"
#include "nlu/model_training.h"

namespace parlance::websocket {

namespace {

namespace fs = std::filesystem;

// What a model was trained on stands beside it; `parlance train` writes no such file.
fs::path fingerprint_file(fs::path model) {
    return model += ".examples";
}

std::string fingerprint_of(const PackSource& source, const nlu::ModelTexts& texts) {
    std::string feelings;
    for (const nlu::LabelledText& text : texts.sentiment)
        feelings += text.label.text + "\t" + text.text + "\n";
    return std::to_string(source.fingerprint("intents")) + "-" + std::to_string(nlu::checksum_of(feelings));
}

fs::file_time_type newest_change(const fs::path& folder) {
    fs::file_time_type newest = fs::file_time_type::min();
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        newest = std::max(newest, entry->last_write_time());
    }
    return newest;
}

// Fits when it was trained on these very examples or, where that is not written down, is newer than them.
bool fits(const fs::path& model, const PackSource& source, const std::string& fingerprint) {
    std::error_code error;
    const auto written = fs::last_write_time(model, error);
    if (error) return false;
    std::ifstream in(fingerprint_file(model));
    std::string trained_on;
    if (in >> trained_on) return trained_on == fingerprint;
    return written >= newest_change(source.root() / "intents") &&
           written >= newest_change(source.root() / "sentiment");
}

std::optional<nlu::TrainedModels> train(const fs::path& model, const nlu::ModelTexts& texts,
                                        const std::string& fingerprint, const CommandStreams& streams,
                                        ExitCode& exit) {
    streams.notes << "Training the models of intents and sentiment, " << model.string() << " ...\n"
                  << std::flush;
    nlu::TrainingOptions options;
    const auto choice = nlu::choose_encoder();
    if (!choice || !choice->note.empty())
        streams.notes << (choice ? choice->note : choice.error().detail) << "\n" << std::flush;
    if (choice) options.encoder = choice->encoder;
    const auto outcome = nlu::train_models(texts, options);
    if (!outcome) {
        streams.notes << outcome.error().detail << "\n";
        exit = ExitCode::findings;
        return std::nullopt;
    }
    const auto saved = outcome->models.save(model);
    if (saved && (std::ofstream(fingerprint_file(model)) << fingerprint << "\n")) return outcome->models;
    streams.notes << (saved ? "the model's fingerprint cannot be written" : saved.error().detail) << "\n";
    exit = ExitCode::io;
    return std::nullopt;
}

}  // namespace

std::optional<nlu::TrainedModels> supply_models(const ServerConfig& config, const PackSource& source,
                                                const Pack& pack, const CommandStreams& streams,
                                                ExitCode& exit) {
    const auto sentiment = nlu::read_sentiment_texts(source, pack, streams, exit);
    if (!sentiment) return std::nullopt;
    const nlu::ModelTexts texts{nlu::labelled_texts_of(pack), *sentiment};
    const std::string fingerprint = fingerprint_of(source, texts);
    const bool chosen = !config.nlu.model.empty();
    const fs::path file = chosen ? config.nlu.model : config.store.data_dir / (pack.name + ".model");
    if (chosen || fits(file, source, fingerprint)) {
        auto loaded = nlu::TrainedModels::load(file);
        if (loaded) return std::move(*loaded);
        streams.notes << loaded.error().detail << "\n";
        exit = ExitCode::io;
        if (chosen) return std::nullopt;
    }
    exit = ExitCode::ok;
    return train(file, texts, fingerprint, streams, exit);
}

}  // namespace parlance::websocket
