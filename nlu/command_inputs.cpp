#include "nlu/command_inputs.h"

#include <ostream>

#include "nlu/sentiment_lines.h"

namespace parlance::nlu {

void print(const Findings& findings, const std::filesystem::path& root, std::ostream& notes) {
    notes << describe(findings, root);
}

std::optional<PackRead> read_pack(const std::string& folder, const CommandStreams& streams, ExitCode& exit) {
    Findings findings;
    PackSource source = PackSource::read(folder, findings);
    Pack pack = load_pack(source, findings);
    if (findings.has_errors()) {
        print(findings, folder, streams.notes);
        exit = std::filesystem::is_directory(folder) ? ExitCode::findings : ExitCode::io;
        return std::nullopt;
    }
    return PackRead{std::move(pack), std::move(source)};
}

std::optional<std::vector<LabelledText>> read_texts(const std::string& file, const CommandStreams& streams,
                                                    ExitCode& exit) {
    Findings findings;
    Result<std::vector<LabelledText>> texts = read_labelled_texts(file, findings);
    if (!texts) {
        streams.notes << texts.error().detail << "\n";
        exit = ExitCode::io;
        return std::nullopt;
    }
    if (texts->empty() && !findings.has_errors()) {
        findings.error("E0312", file, {1, 1}, "the file has no labelled lines");
    }
    if (findings.has_errors()) {
        print(findings, {}, streams.notes);
        exit = ExitCode::findings;
        return std::nullopt;
    }
    return std::move(*texts);
}

std::optional<TrainedModels> read_models(const std::filesystem::path& file, const CommandStreams& streams,
                                         ExitCode& exit) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
        streams.notes << "there is no model " << file.string() << "; make one with `parlance train -o "
                      << file.string() << "`\n";
        exit = ExitCode::io;
        return std::nullopt;
    }
    auto models = TrainedModels::load(file);
    if (!models) {
        streams.notes << models.error().detail << "\n";
        exit = ExitCode::io;
        return std::nullopt;
    }
    return std::move(*models);
}

std::optional<std::vector<LabelledText>> read_sentiment_texts(const PackSource& source, const Pack& pack,
                                                              const CommandStreams& streams, ExitCode& exit) {
    Findings findings;
    const auto lines = read_sentiment_training(source, pack.languages, findings);
    if (!findings.has_errors()) return labelled_texts_of(lines);
    print(findings, source.root(), streams.notes);
    exit = ExitCode::findings;
    return std::nullopt;
}

std::filesystem::path model_path_for(const std::string& name) {
    return std::filesystem::path("var") / (name + ".model");
}

}  // namespace parlance::nlu
