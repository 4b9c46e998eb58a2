#include "nlu/sentiment_evaluation.h"

#include <algorithm>
#include <map>

namespace parlance::nlu {

namespace {

std::string name_of(const Feeling& feeling, FeelingAspect aspect) {
    return std::string(aspect == FeelingAspect::label ? to_text(feeling.label) : to_text(feeling.emotion));
}

Evaluation evaluate_aspect(const IntentClassifier& classifier, std::span<const SentimentLine> lines,
                           FeelingAspect aspect) {
    const FeelingView view(classifier, aspect);
    EvaluationRun run;
    for (std::size_t first = 0; first < lines.size();) {
        TestSet set{Locale{lines[first].language}, {}, {}};
        std::size_t at = first;
        for (; at < lines.size() && lines[at].language == lines[first].language; ++at)
            set.texts.push_back({IntentName{name_of(lines[at].feeling, aspect)}, lines[at].text});
        run.append(run_classifier(view, set, {}));
        first = at;
    }
    return measure(run);
}

}  // namespace

std::vector<IntentScore> FeelingView::classify(std::string_view text, const Locale& locale) const {
    std::map<std::string, float> sums;
    float rest = 0;
    for (const IntentScore& score : classifier_.classify(text, locale)) {
        const auto feeling = feeling_named(score.intent.text);
        (feeling ? sums[name_of(*feeling, aspect_)] : rest) += score.confidence;
    }
    std::vector<IntentScore> scores{{out_of_scope_intent(), rest}};
    for (const auto& [name, sum] : sums) scores.push_back({IntentName{name}, sum});
    std::stable_sort(scores.begin(), scores.end(), [](const IntentScore& left, const IntentScore& right) {
        return left.confidence > right.confidence;
    });
    return scores;
}

SentimentEvaluation evaluate_sentiment(const IntentClassifier& classifier,
                                       std::span<const SentimentLine> lines) {
    return {evaluate_aspect(classifier, lines, FeelingAspect::label),
            evaluate_aspect(classifier, lines, FeelingAspect::emotion)};
}

}  // namespace parlance::nlu
