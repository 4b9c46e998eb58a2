#include "nlu/trained_classifier.h"

#include <algorithm>

#include "nlu/normaliser.h"

namespace parlance::nlu {

ModelScores ClassifierParts::scores(std::string_view folded) const {
    const TextFeatures features = ngrams.features(folded);
    ModelScores result;
    result.margins = linear.margins(features.features);
    result.known_words = features.known_words;
    if (fasttext) result.log_probabilities = fasttext->log_probabilities(folded);
    return result;
}

std::vector<IntentScore> TrainedClassifier::classify(std::string_view text, const Locale& /*locale*/) const {
    const Calibration::Probabilities chances = parts_.calibration.probabilities(parts_.scores(fold(text)));
    std::vector<IntentScore> result;
    result.reserve(parts_.labels.size() + 1);
    const auto own = parts_.calibration.out_of_scope_class();
    for (std::uint32_t i = 0; i < parts_.labels.size(); ++i) {
        if (i != own) result.push_back({parts_.labels[i], chances.classes[i]});
    }
    result.push_back({out_of_scope_intent(), chances.out_of_scope});
    std::stable_sort(result.begin(), result.end(), [](const IntentScore& left, const IntentScore& right) {
        return left.confidence > right.confidence;
    });
    return result;
}

}  // namespace parlance::nlu
