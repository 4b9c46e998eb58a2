#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/calibration.h"
#include "nlu/fasttext_model.h"
#include "nlu/intent_classifier.h"
#include "nlu/linear_model.h"
#include "nlu/ngram_index.h"

namespace parlance::nlu {

// Everything a trained classifier is made of.
struct ClassifierParts {
    std::vector<IntentName> labels;  // by class number
    NgramIndex ngrams;
    LinearModel linear;
    std::optional<FastTextModel> fasttext;
    Calibration calibration;

    // What both models say about a folded text.
    ModelScores scores(std::string_view folded) const;
};

// The classifier that `parlance train` makes: linear SVMs over n-grams, mixed with fastText. One
// model serves all languages it was trained on, so `locale` plays no part.
// Immutable; safe to call from several threads.
class TrainedClassifier final : public IntentClassifier {
public:
    explicit TrainedClassifier(ClassifierParts parts) : parts_(std::move(parts)) {}

    // Reads a model file. Fails with bad_model, saying whether the file is missing, of another
    // version, damaged or cut short.
    static Result<std::shared_ptr<const TrainedClassifier>> load(const std::filesystem::path& file);
    static Result<std::shared_ptr<const TrainedClassifier>> from_bytes(std::string_view bytes);

    // Writes one file: magic, version, length, checksum, parts. Equal models make equal files.
    // Fails with io_failed. The file appears whole or not at all.
    Result<std::size_t> save(const std::filesystem::path& file) const;
    std::string to_bytes() const;

    std::vector<IntentScore> classify(std::string_view text, const Locale& locale) const override;
    std::string_view method() const override { return parts_.fasttext ? "linear+fasttext" : "linear"; }

    const ClassifierParts& parts() const { return parts_; }

private:
    ClassifierParts parts_;
};

}  // namespace parlance::nlu
