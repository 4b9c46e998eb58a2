#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/intent_classifier.h"
#include "nlu/lexical_stage.h"
#include "nlu/nearest_examples.h"
#include "nlu/neural_stage.h"

namespace parlance::nlu {

// Everything a trained classifier is made of.
struct ClassifierParts {
    std::vector<IntentName> labels;  // by class number
    LexicalStage lexical;
    std::optional<NeuralStage> neural;  // without it the lexical stage answers everything
    NearestExamples examples;
};

// The classifier that `parlance train` makes. The lexical stage reads every message; when it is not sure and
// the message is in the encoder's language, the neural stage decides. One model serves all languages it was
// trained on, and tells them apart itself, so `locale` plays no part.
// Immutable; safe to call from several threads.
class TrainedClassifier final : public IntentClassifier {
public:
    explicit TrainedClassifier(ClassifierParts parts) : parts_(std::move(parts)) {}

    // Maps a model file and reads it where it lies. Fails with bad_model, saying whether the file is missing,
    // of another version, damaged or cut short.
    static Result<std::shared_ptr<const TrainedClassifier>> load(const std::filesystem::path& file);
    static Result<std::shared_ptr<const TrainedClassifier>> from_bytes(std::string_view bytes);

    // Writes one file: magic, version, length, checksum, parts. Equal models make equal files.
    // Fails with io_failed. The file appears whole or not at all.
    Result<std::size_t> save(const std::filesystem::path& file) const;
    std::string to_bytes() const;

    std::vector<IntentScore> classify(std::string_view text, const Locale& locale) const override;
    std::string_view method() const override;

    // Whether the lexical stage is sure of this text, so that `classify` does not ask the encoder.
    bool exits_early(std::string_view text) const;

    std::vector<SimilarExample> similar_examples(std::string_view text, std::size_t count) const override;

    const ClassifierParts& parts() const { return parts_; }

private:
    ClassifierParts parts_;
};

}  // namespace parlance::nlu
