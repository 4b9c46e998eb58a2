#include "nlu/evaluation.h"

#include <algorithm>
#include <map>

namespace parlance::nlu {

namespace {

constexpr std::size_t most_mistakes = 10;
constexpr std::size_t most_neighbours = 3;

// Counts who was taken for whom.
class Tally {
public:
    explicit Tally(std::span<const Prediction> predictions) {
        for (const Prediction& prediction : predictions) {
            ++gold_[prediction.gold];
            ++predicted_[prediction.best];
            ++pairs_[{prediction.gold, prediction.best}];
        }
    }

    std::vector<IntentMeasure> intents() const {
        std::vector<IntentMeasure> measures;
        for (const auto& [intent, examples] : gold_) {
            const auto pair = pairs_.find({intent, intent});
            const auto claims = predicted_.find(intent);
            const double hits = pair == pairs_.end() ? 0 : static_cast<double>(pair->second);
            const double claimed = claims == predicted_.end() ? 0 : static_cast<double>(claims->second);
            IntentMeasure measure{intent, examples, claimed > 0 ? hits / claimed : 0,
                                  hits / static_cast<double>(examples), 0};
            const double sum = measure.precision + measure.recall;
            measure.f1 = sum > 0 ? 2 * measure.precision * measure.recall / sum : 0;
            measures.push_back(measure);
        }
        return measures;
    }

    std::vector<Confusion> confusions() const {
        std::vector<Confusion> found;
        for (const auto& [pair, count] : pairs_) {
            if (pair.first != pair.second) found.push_back({pair.first, pair.second, count});
        }
        std::stable_sort(found.begin(), found.end(), [](const Confusion& left, const Confusion& right) {
            return left.count > right.count;
        });
        return found;
    }

private:
    std::map<IntentName, std::size_t> gold_;
    std::map<IntentName, std::size_t> predicted_;
    std::map<std::pair<IntentName, IntentName>, std::size_t> pairs_;  // gold, predicted
};

double share_of(std::size_t part, std::size_t whole) {
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

void measure_confidence(std::span<const Prediction> predictions, Evaluation& result) {
    std::vector<JudgedAnswer> answers;
    answers.reserve(predictions.size());
    for (const Prediction& prediction : predictions)
        answers.push_back({prediction.confidence, prediction.best == prediction.gold});
    result.reliability = reliability_bins(answers);
    result.ece = expected_calibration_error(result.reliability);
    for (const double coverage : {0.8, 0.9, 0.95})
        result.accuracy_at_coverage.push_back({coverage, accuracy_at_coverage(answers, coverage)});
}

void measure_refusals(const EvaluationRun& run, Evaluation& result) {
    std::vector<float> inside;
    std::vector<float> outside = run.outside;
    for (const Prediction& prediction : run.texts)
        (prediction.gold == out_of_scope_intent() ? outside : inside).push_back(prediction.out_of_scope);
    result.oos_auroc = area_under_roc(inside, outside);
    result.oos_fpr_at_95_recall = false_positives_at_recall(0.95, inside, outside);
    result.oos_recall_at_95 = recall_when_kept(0.95, inside, outside);
    result.oos_recall_at_97 = recall_when_kept(0.97, inside, outside);
}

void measure_speed(std::span<const Prediction> predictions, Evaluation& result) {
    std::vector<double> times;
    times.reserve(predictions.size());
    double sum = 0;
    for (const Prediction& prediction : predictions) {
        times.push_back(prediction.milliseconds);
        sum += prediction.milliseconds;
    }
    result.messages_per_second = sum > 0 ? 1000 * static_cast<double>(times.size()) / sum : 0;
    result.p50_ms = percentile(times, 0.5);
    result.p99_ms = percentile(times, 0.99);
}

std::vector<Mistake> worst_of(std::span<const Prediction> predictions) {
    std::vector<const Prediction*> wrong;
    for (const Prediction& prediction : predictions) {
        if (prediction.best != prediction.gold) wrong.push_back(&prediction);
    }
    std::stable_sort(wrong.begin(), wrong.end(), [](const Prediction* left, const Prediction* right) {
        return left->confidence > right->confidence;
    });
    if (wrong.size() > most_mistakes) wrong.resize(most_mistakes);
    std::vector<Mistake> mistakes;
    mistakes.reserve(wrong.size());
    for (const Prediction* prediction : wrong) {
        mistakes.push_back(
            {prediction->text, prediction->gold, prediction->best, prediction->confidence, {}});
    }
    return mistakes;
}

}  // namespace

Evaluation measure(const EvaluationRun& run) {
    Evaluation result;
    result.examples = run.texts.size();
    std::size_t right = 0;
    std::size_t with_refusals = 0;
    for (const Prediction& prediction : run.texts) {
        right += prediction.best == prediction.gold ? 1U : 0U;
        with_refusals += prediction.with_refusals == prediction.gold ? 1U : 0U;
    }
    result.accuracy = share_of(right, result.examples);
    result.accuracy_with_refusals = share_of(with_refusals, result.examples);
    const Tally tally(run.texts);
    result.intents = tally.intents();
    result.confusions = tally.confusions();
    for (const IntentMeasure& intent : result.intents)
        result.macro_f1 += intent.f1 / static_cast<double>(result.intents.size());
    measure_confidence(run.texts, result);
    measure_refusals(run, result);
    measure_speed(run.texts, result);
    for (const auto& [perturbation, correct] : run.correct)
        result.robustness.push_back({perturbation, share_of(correct, result.examples)});
    result.worst = worst_of(run.texts);
    return result;
}

void add_neighbours(Evaluation& evaluation, const IntentClassifier& classifier) {
    for (Mistake& mistake : evaluation.worst)
        mistake.neighbours = classifier.similar_examples(mistake.text, most_neighbours);
}

Evaluation evaluate(const IntentClassifier& classifier, std::span<const LabelledText> texts,
                    std::span<const LabelledText> out_of_scope) {
    const TestSet set{{}, {texts.begin(), texts.end()}, {out_of_scope.begin(), out_of_scope.end()}};
    Evaluation evaluation = measure(run_classifier(classifier, set, {}));
    add_neighbours(evaluation, classifier);
    return evaluation;
}

}  // namespace parlance::nlu
