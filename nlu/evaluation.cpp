#include "nlu/evaluation.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>

namespace parlance::nlu {

namespace {

constexpr std::size_t bins = 15;

struct Prediction {
    IntentName best;       // of the data's kind
    float confidence = 0;  // among the intents that competed
    IntentName with_refusals;
    float out_of_scope = 0;
};

Prediction predict(const IntentClassifier& classifier, const std::string& text, bool refusals_compete) {
    const std::vector<IntentScore> scores = classifier.classify(text, Locale{});
    Prediction prediction;
    float rest = 1;
    for (const IntentScore& score : scores) {
        if (score.intent == out_of_scope_intent()) prediction.out_of_scope = score.confidence;
    }
    if (!refusals_compete) rest = 1 - prediction.out_of_scope;
    for (const IntentScore& score : scores) {
        if (!refusals_compete && score.intent == out_of_scope_intent()) continue;
        prediction.best = score.intent;
        prediction.confidence = rest > 0 ? std::min(score.confidence / rest, 1.0F) : 0;
        break;
    }
    prediction.with_refusals = scores.empty() ? out_of_scope_intent() : scores.front().intent;
    return prediction;
}

// Collects the hits and misses of one run.
class Tally {
public:
    void add(const IntentName& gold, const Prediction& prediction) {
        ++gold_[gold];
        ++predicted_[prediction.best];
        const bool right = prediction.best == gold;
        if (right) {
            ++right_[gold];
        } else {
            ++confused_[{gold, prediction.best}];
        }
        with_refusals_ += prediction.with_refusals == gold ? 1U : 0U;
        const auto bin = std::min(static_cast<std::size_t>(prediction.confidence * bins), bins - 1);
        confidence_[bin] += prediction.confidence;
        accuracy_[bin] += right ? 1 : 0;
        ++examples_;
    }

    Evaluation result() const {
        Evaluation result;
        result.examples = examples_;
        const double count = static_cast<double>(std::max<std::size_t>(examples_, 1));
        double right = 0;
        for (const auto& [intent, examples] : gold_) {
            const double hits = count_in(right_, intent);
            const double claimed = count_in(predicted_, intent);
            IntentMeasure measure{intent, examples, claimed > 0 ? hits / claimed : 0,
                                  hits / static_cast<double>(examples), 0};
            const double sum = measure.precision + measure.recall;
            measure.f1 = sum > 0 ? 2 * measure.precision * measure.recall / sum : 0;
            result.macro_f1 += measure.f1 / static_cast<double>(gold_.size());
            result.intents.push_back(measure);
            right += hits;
        }
        result.accuracy = right / count;
        result.accuracy_with_refusals = static_cast<double>(with_refusals_) / count;
        for (std::size_t bin = 0; bin < bins; ++bin)
            result.ece += std::abs(confidence_[bin] - accuracy_[bin]) / count;
        for (const auto& [pair, times] : confused_)
            result.confusions.push_back({pair.first, pair.second, times});
        std::stable_sort(
            result.confusions.begin(), result.confusions.end(),
            [](const Confusion& left, const Confusion& right_one) { return left.count > right_one.count; });
        return result;
    }

private:
    static double count_in(const std::map<IntentName, std::size_t>& counts, const IntentName& intent) {
        const auto found = counts.find(intent);
        return found == counts.end() ? 0 : static_cast<double>(found->second);
    }

    std::map<IntentName, std::size_t> gold_;
    std::map<IntentName, std::size_t> predicted_;
    std::map<IntentName, std::size_t> right_;
    std::map<std::pair<IntentName, IntentName>, std::size_t> confused_;
    std::array<double, bins> confidence_{};
    std::array<double, bins> accuracy_{};
    std::size_t with_refusals_ = 0;
    std::size_t examples_ = 0;
};

std::optional<double> recall_at_95(std::vector<float> inside, const std::vector<float>& outside) {
    if (inside.empty() || outside.empty()) return std::nullopt;
    std::sort(inside.begin(), inside.end());
    const auto kept = static_cast<std::size_t>(std::ceil(0.95 * static_cast<double>(inside.size())));
    const float border = inside[std::min(kept, inside.size()) - 1];
    const auto refused =
        std::count_if(outside.begin(), outside.end(), [&](float score) { return score > border; });
    return static_cast<double>(refused) / static_cast<double>(outside.size());
}

std::string line(const char* format, double value) {
    std::array<char, 80> text{};
    std::snprintf(text.data(), text.size(), format, value);
    return text.data();
}

}  // namespace

std::optional<double> area_under_roc(std::vector<float> negatives, std::vector<float> positives) {
    if (negatives.empty() || positives.empty()) return std::nullopt;
    std::sort(negatives.begin(), negatives.end());
    double below = 0;
    for (const float score : positives) {
        const auto [low, high] = std::equal_range(negatives.begin(), negatives.end(), score);
        below += static_cast<double>(low - negatives.begin()) + 0.5 * static_cast<double>(high - low);
    }
    return below / (static_cast<double>(negatives.size()) * static_cast<double>(positives.size()));
}

Evaluation evaluate(const IntentClassifier& classifier, std::span<const LabelledText> texts,
                    std::span<const LabelledText> out_of_scope) {
    const bool refusals_compete = std::any_of(texts.begin(), texts.end(), [](const LabelledText& text) {
        return text.label == out_of_scope_intent();
    });
    Tally tally;
    std::vector<float> inside;
    std::vector<float> outside;
    const auto start = std::chrono::steady_clock::now();
    std::vector<double> taken_ms;
    for (const LabelledText& text : texts) {
        const auto begun = std::chrono::steady_clock::now();
        const Prediction prediction = predict(classifier, text.text, refusals_compete);
        taken_ms.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count());
        tally.add(text.label, prediction);
        (text.label == out_of_scope_intent() ? outside : inside).push_back(prediction.out_of_scope);
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    for (const LabelledText& text : out_of_scope) {
        outside.push_back(predict(classifier, text.text, refusals_compete).out_of_scope);
    }
    Evaluation result = tally.result();
    result.messages_per_second = taken.count() > 0 ? static_cast<double>(texts.size()) / taken.count() : 0;
    std::sort(taken_ms.begin(), taken_ms.end());
    result.median_ms = taken_ms[taken_ms.size() / 2];
    result.p99_ms = taken_ms[taken_ms.size() * 99 / 100];
    result.oos_auroc = area_under_roc(inside, outside);
    result.oos_recall_at_95 = recall_at_95(inside, outside);
    return result;
}

std::string describe(const Evaluation& evaluation) {
    std::string text = line("examples               %8.0f\n", static_cast<double>(evaluation.examples));
    text += line("accuracy               %8.4f\n", evaluation.accuracy);
    text += line("accuracy with refusals %8.4f\n", evaluation.accuracy_with_refusals);
    text += line("macro F1               %8.4f\n", evaluation.macro_f1);
    text += line("calibration error      %8.4f\n", evaluation.ece);
    if (evaluation.oos_auroc) text += line("out-of-scope AUROC     %8.4f\n", *evaluation.oos_auroc);
    if (evaluation.oos_recall_at_95)
        text += line("out-of-scope at 95 %%   %8.4f\n", *evaluation.oos_recall_at_95);
    text += line("messages per second    %8.0f\n", evaluation.messages_per_second);
    std::vector<IntentMeasure> weakest = evaluation.intents;
    std::stable_sort(
        weakest.begin(), weakest.end(),
        [](const IntentMeasure& left, const IntentMeasure& right) { return left.f1 < right.f1; });
    text += line("median, ms             %8.3f\n", evaluation.median_ms);
    text += line("99th percentile, ms    %8.3f\n", evaluation.p99_ms);
    if (evaluation.early_exit_share)
        text += line("answered early         %8.4f\n", *evaluation.early_exit_share);
    text += "\nweakest intents (F1, examples)\n";
    for (std::size_t i = 0; i < std::min<std::size_t>(weakest.size(), 10); ++i) {
        text += line("  %.3f", weakest[i].f1) + line(" %5.0f  ", static_cast<double>(weakest[i].examples)) +
                weakest[i].intent.text + "\n";
    }
    text += "\ncommonest confusions (gold -> predicted)\n";
    for (std::size_t i = 0; i < std::min<std::size_t>(evaluation.confusions.size(), 10); ++i) {
        const Confusion& confusion = evaluation.confusions[i];
        text += line("  %4.0f  ", static_cast<double>(confusion.count)) + confusion.gold.text + " -> " +
                confusion.predicted.text + "\n";
    }
    return text;
}

}  // namespace parlance::nlu
