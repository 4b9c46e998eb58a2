#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "nlu/evaluation.h"
#include "nlu/sentiment_lines.h"

namespace parlance::nlu {

// What a sentiment classifier is asked for.
enum class FeelingAspect { label, emotion };

// A sentiment classifier seen as one of labels ("negative", ...) or of emotions ("anger", ...): the
// confidences of its classes that agree are added. Immutable; safe to call from several threads.
class FeelingView final : public IntentClassifier {
public:
    // classifier: outlives the view.
    FeelingView(const IntentClassifier& classifier, FeelingAspect aspect)
        : classifier_(classifier), aspect_(aspect) {}

    std::vector<IntentScore> classify(std::string_view text, const Locale& locale) const override;
    std::string_view method() const override { return classifier_.method(); }

private:
    const IntentClassifier& classifier_;
    FeelingAspect aspect_;
};

// How well a classifier reads labels and emotions.
struct SentimentEvaluation {
    Evaluation label;
    Evaluation emotion;
};

// lines: at least one.
SentimentEvaluation evaluate_sentiment(const IntentClassifier& classifier,
                                       std::span<const SentimentLine> lines);

}  // namespace parlance::nlu
