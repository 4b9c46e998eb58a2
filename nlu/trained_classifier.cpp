#include "nlu/trained_classifier.h"

#include <algorithm>

#include "nlu/normaliser.h"

namespace parlance::nlu {

namespace {

// What the lexical stage makes of a text.
struct FirstReading {
    std::string folded;
    TextFeatures features;
    ModelScores scores;
    Calibration::Probabilities chances;
    bool enough = false;  // the neural stage is not needed, or cannot help

    FirstReading(const ClassifierParts& parts, std::string_view text) : folded(fold(text)) {
        features = parts.lexical.ngrams.features(folded);
        scores = parts.lexical.scores(features, folded);
        chances = parts.lexical.calibration.probabilities(scores);
        enough = !parts.neural || chances.best() >= parts.neural->sure ||
                 !parts.neural->reads(features.features);
    }
};

// The encoder's pools of a text, in a buffer of the thread's own.
std::span<const float> pools_of(const SentenceEncoder& encoder, std::string_view text) {
    thread_local std::vector<float> pools(SentenceEncoder::width);
    encoder.encode(text, pools);
    return pools;
}

}  // namespace

std::vector<IntentScore> TrainedClassifier::classify(std::string_view text, const Locale& /*locale*/) const {
    FirstReading reading(parts_, text);
    if (!reading.enough) {
        const NeuralStage& neural = *parts_.neural;
        reading.chances = neural.calibration.probabilities(
            neural.scores(pools_of(*neural.encoder, text), reading.features, reading.scores));
    }
    std::vector<IntentScore> result;
    result.reserve(parts_.labels.size() + 1);
    const auto own = parts_.lexical.calibration.out_of_scope_class();
    for (std::uint32_t i = 0; i < parts_.labels.size(); ++i) {
        if (i != own) result.push_back({parts_.labels[i], reading.chances.classes[i]});
    }
    result.push_back({out_of_scope_intent(), reading.chances.out_of_scope});
    std::stable_sort(result.begin(), result.end(), [](const IntentScore& left, const IntentScore& right) {
        return left.confidence > right.confidence;
    });
    return result;
}

std::string_view TrainedClassifier::method() const {
    if (parts_.neural) return parts_.lexical.fasttext ? "linear+fasttext+encoder" : "linear+encoder";
    return parts_.lexical.fasttext ? "linear+fasttext" : "linear";
}

bool TrainedClassifier::exits_early(std::string_view text) const {
    return parts_.neural && FirstReading(parts_, text).chances.best() >= parts_.neural->sure;
}

std::vector<SimilarExample> TrainedClassifier::similar_examples(std::string_view text,
                                                                std::size_t count) const {
    const TextFeatures features = parts_.lexical.ngrams.features(fold(text));
    ExamplePlace place{features.features, {}};
    if (parts_.neural && parts_.neural->reads(features.features)) {
        place.meaning = pools_of(*parts_.neural->encoder, text).first(SentenceEncoder::output_width);
    }
    std::vector<SimilarExample> result;
    for (NearestExample& example : parts_.examples.find(place, count)) {
        result.push_back({parts_.labels[example.label], std::move(example.text), example.similarity});
    }
    return result;
}

}  // namespace parlance::nlu
