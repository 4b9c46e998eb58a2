#include "websocket/model_supply.h"

#include <fstream>
#include <ostream>

#include "nlu/classifier_training.h"
#include "nlu/encoder_choice.h"
#include "nlu/trained_classifier.h"

namespace parlance::websocket {

namespace {

namespace fs = std::filesystem;

// What a model was trained on stands beside it; `parlance train` writes no such file.
fs::path fingerprint_file(fs::path model) {
    return model += ".examples";
}

std::string fingerprint_of(const PackSource& source) {
    return std::to_string(source.fingerprint("intents"));
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
bool fits(const fs::path& model, const PackSource& source) {
    std::error_code error;
    const auto written = fs::last_write_time(model, error);
    if (error) return false;
    std::ifstream in(fingerprint_file(model));
    std::string trained_on;
    if (in >> trained_on) return trained_on == fingerprint_of(source);
    return written >= newest_change(source.root() / "intents");
}

std::shared_ptr<const nlu::IntentClassifier> train(const fs::path& model, const PackSource& source,
                                                   const Pack& pack, const CommandStreams& streams,
                                                   ExitCode& exit) {
    streams.notes << "Training the intent model " << model.string() << " ...\n" << std::flush;
    const auto texts = nlu::labelled_texts_of(pack);
    nlu::TrainingOptions options;
    const auto choice = nlu::choose_encoder();
    if (!choice || !choice->note.empty())
        streams.notes << (choice ? choice->note : choice.error().detail) << "\n" << std::flush;
    if (choice) options.encoder = choice->encoder;
    const auto outcome = nlu::train_classifier(texts, options);
    if (!outcome) {
        streams.notes << outcome.error().detail << "\n";
        exit = ExitCode::findings;
        return nullptr;
    }
    const auto saved = outcome->classifier->save(model);
    if (saved && (std::ofstream(fingerprint_file(model)) << fingerprint_of(source) << "\n"))
        return outcome->classifier;
    streams.notes << (saved ? "the model's fingerprint cannot be written" : saved.error().detail) << "\n";
    exit = ExitCode::io;
    return nullptr;
}

}  // namespace

std::shared_ptr<const nlu::IntentClassifier> supply_model(const ServerConfig& config,
                                                          const PackSource& source, const Pack& pack,
                                                          const CommandStreams& streams, ExitCode& exit) {
    const bool chosen = !config.nlu.model.empty();
    const fs::path file = chosen ? config.nlu.model : config.store.data_dir / (pack.name + ".model");
    if (chosen || fits(file, source)) {
        auto loaded = nlu::TrainedClassifier::load(file);
        if (loaded) return std::move(*loaded);
        streams.notes << loaded.error().detail << "\n";
        exit = ExitCode::io;
        if (chosen) return nullptr;
    }
    exit = ExitCode::ok;
    return train(file, source, pack, streams, exit);
}

}  // namespace parlance::websocket
