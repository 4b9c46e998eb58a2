#include "nlu/evaluation_run.h"

#include <algorithm>
#include <chrono>

namespace parlance::nlu {

namespace {

// Asks a classifier about messages of one set.
class Questioner {
public:
    Questioner(const IntentClassifier& classifier, const TestSet& set)
        : classifier_(classifier),
          locale_(set.locale),
          refusals_compete_(std::any_of(set.texts.begin(), set.texts.end(), [](const LabelledText& text) {
              return text.label == out_of_scope_intent();
          })) {}

    Prediction ask(const IntentName& gold, const std::string& text) const {
        const auto start = std::chrono::steady_clock::now();
        const std::vector<IntentScore> scores = classifier_.classify(text, locale_);
        const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
        Prediction prediction{gold, text, {}, 0, out_of_scope_intent(), 0, taken.count()};
        if (!scores.empty()) prediction.with_refusals = scores.front().intent;
        for (const IntentScore& score : scores) {
            if (score.intent == out_of_scope_intent()) prediction.out_of_scope = score.confidence;
        }
        const float rest = refusals_compete_ ? 1 : 1 - prediction.out_of_scope;
        for (const IntentScore& score : scores) {
            if (!refusals_compete_ && score.intent == out_of_scope_intent()) continue;
            prediction.best = score.intent;
            prediction.confidence = rest > 0 ? std::min(score.confidence / rest, 1.0F) : 0;
            break;
        }
        return prediction;
    }

private:
    const IntentClassifier& classifier_;
    Locale locale_;
    bool refusals_compete_;
};

}  // namespace

void EvaluationRun::append(const EvaluationRun& other) {
    texts.insert(texts.end(), other.texts.begin(), other.texts.end());
    outside.insert(outside.end(), other.outside.begin(), other.outside.end());
    for (const auto& [perturbation, count] : other.correct) correct[perturbation] += count;
}

EvaluationRun run_classifier(const IntentClassifier& classifier, const TestSet& set,
                             const RunOptions& options) {
    const Questioner questioner(classifier, set);
    EvaluationRun run;
    // The first answer fetches the model's pages; it is not one to time.
    if (!set.texts.empty()) questioner.ask({}, set.texts.front().text);
    for (const LabelledText& text : set.texts) run.texts.push_back(questioner.ask(text.label, text.text));
    for (const LabelledText& text : set.out_of_scope)
        run.outside.push_back(questioner.ask(text.label, text.text).out_of_scope);
    if (!options.robustness) return run;
    for (const Perturbation perturbation : all_perturbations) {
        std::size_t& correct = run.correct[perturbation];
        for (const LabelledText& text : set.texts) {
            const std::string changed = perturbed(text.text, perturbation, set.locale, options.seed);
            correct += questioner.ask(text.label, changed).best == text.label ? 1U : 0U;
        }
    }
    return run;
}

}  // namespace parlance::nlu
