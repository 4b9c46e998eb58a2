#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/intent_classifier.h"
#include "nlu/language_identifier.h"
#include "nlu/lexical_stage.h"
#include "nlu/nearest_examples.h"
#include "nlu/neural_stage.h"
#include "nlu/spelling.h"

namespace parlance::nlu {

// Everything a trained classifier is made of.
struct ClassifierParts {
    std::vector<IntentName> labels;  // by class number
    SpellingCorrector spelling;
    LexicalStage lexical;
    std::optional<NeuralStage> neural;  // without it the lexical stage answers everything
    NearestExamples examples;
    std::optional<LanguageIdentifier> languages;  // absent when training knew of one language
};

// The classifier that `parlance train` makes. The lexical stage reads every message; when it is not sure and
// the message is in the encoder's language, the neural stage decides. One model serves all languages it was
// trained on, and tells them apart itself, so `locale` plays no part.
// Immutable; safe to call from several threads.
class TrainedClassifier final : public IntentClassifier {
public:
    explicit TrainedClassifier(ClassifierParts parts) : parts_(std::move(parts)) {}

    std::vector<IntentScore> classify(std::string_view text, const Locale& locale) const override;
    std::string_view method() const override;

    // Whether the lexical stage is sure of this text, so that `classify` does not ask the encoder.
    bool exits_early(std::string_view text) const;

    std::vector<SimilarExample> similar_examples(std::string_view text, std::size_t count) const override;

    std::optional<LanguageScore> language_of(std::string_view text) const override;

    const ClassifierParts& parts() const { return parts_; }

    // Everything but the encoder, which a model file keeps once for all its classifiers.
    void write(SectionWriter& writer) const;
    // Nothing when the bytes make no classifier, or parts that do not fit together. encoder: the file's, null
    // when it has none.
    static std::shared_ptr<const TrainedClassifier> read(SectionReader& reader,
                                                         std::shared_ptr<const SentenceEncoder> encoder);

private:
    ClassifierParts parts_;
};

}  // namespace parlance::nlu
