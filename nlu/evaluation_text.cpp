#include <algorithm>

#include "nlu/decimal_text.h"
#include "nlu/evaluation_report.h"
#include "nlu/scalar_measures.h"

namespace parlance::nlu {

namespace {

constexpr std::size_t most_rows = 10;
constexpr std::size_t title_width = 38;
constexpr std::size_t number_width = 9;

std::string to_right(const std::string& text, std::size_t width) {
    return std::string(width - std::min(width, text.size()), ' ') + text;
}

std::string to_left(const std::string& text, std::size_t width) {
    return text + std::string(width - std::min(width, text.size()), ' ');
}

std::string weakest_intents(const Evaluation& evaluation) {
    std::vector<IntentMeasure> weakest = evaluation.intents;
    std::stable_sort(
        weakest.begin(), weakest.end(),
        [](const IntentMeasure& left, const IntentMeasure& right) { return left.f1 < right.f1; });
    std::string text = "\nweakest intents (F1, examples)\n";
    for (std::size_t i = 0; i < std::min(weakest.size(), most_rows); ++i) {
        text += "  " + decimal_text(weakest[i].f1, 3) + to_right(std::to_string(weakest[i].examples), 6) +
                "  " + weakest[i].intent.text + "\n";
    }
    return text;
}

std::string commonest_confusions(const Evaluation& evaluation) {
    std::string text = "\ncommonest confusions (gold -> predicted)\n";
    for (std::size_t i = 0; i < std::min(evaluation.confusions.size(), most_rows); ++i) {
        const Confusion& confusion = evaluation.confusions[i];
        text += to_right(std::to_string(confusion.count), 6) + "  " + confusion.gold.text + " -> " +
                confusion.predicted.text + "\n";
    }
    return text;
}

std::string worst_mistakes(const Evaluation& evaluation) {
    if (evaluation.worst.empty()) return {};
    std::string text = "\nmost confident mistakes (confidence, gold -> predicted, message)\n";
    for (const Mistake& mistake : evaluation.worst) {
        text += "  " + decimal_text(mistake.confidence, 3) + "  " + mistake.gold.text + " -> " +
                mistake.predicted.text + "  \"" + mistake.text + "\"\n";
        for (const SimilarExample& example : mistake.neighbours) {
            text += "           like " + decimal_text(example.similarity, 2) + "  " + example.intent.text +
                    "  \"" + example.text + "\"\n";
        }
    }
    return text;
}

std::string changes(const std::string& title, const std::vector<MeasureChange>& changes) {
    if (changes.empty()) return {};
    std::string text = "\n" + to_left(title, title_width) + "   before    after  difference\n";
    for (const MeasureChange& change : changes) {
        const std::string difference =
            (change.difference() > 0 ? "+" : "") + decimal_text(change.difference(), 4);
        text += "  " + to_left(change.key, title_width - 2) +
                to_right(decimal_text(change.before, 4), number_width) +
                to_right(decimal_text(change.after, 4), number_width) +
                to_right(difference, number_width + 3) + "\n";
    }
    return text;
}

std::string row(const std::string& title, const std::string& number) {
    return to_left(title, title_width) + to_right(number, number_width) + "\n";
}

std::string short_rows(const std::string& what, const Evaluation& evaluation) {
    return row(what + ", examples", std::to_string(evaluation.examples)) +
           row(what + ", accuracy", decimal_text(evaluation.accuracy, 4)) +
           row(what + ", macro F1", decimal_text(evaluation.macro_f1, 4));
}

std::string feelings(const MeasuredSet& set) {
    if (set.sentiment)
        return "\n" + short_rows("sentiment", set.sentiment->label) +
               short_rows("emotion", set.sentiment->emotion);
    return set.emotion ? "\n" + short_rows("emotion", *set.emotion) + commonest_confusions(*set.emotion) : "";
}

std::string describe(const MeasuredSet& set) {
    std::string text = describe(set.evaluation) + feelings(set);
    if (!set.baseline) return text;
    return text + changes("against the baseline", set.baseline->measures) +
           changes("intents whose F1 changed most", set.baseline->intents);
}

}  // namespace

std::string describe(const Evaluation& evaluation) {
    std::string text = row("examples", std::to_string(evaluation.examples));
    for (const ScalarMeasure& measure : scalar_measures(evaluation)) {
        if (!measure.value) continue;
        text += row(measure.title, decimal_text(*measure.value, measure.decimals));
    }
    return text + weakest_intents(evaluation) + commonest_confusions(evaluation) + worst_mistakes(evaluation);
}

std::string describe(const EvaluationReport& report) {
    if (report.languages.empty()) return describe(report.overall);
    std::string text;
    for (const MeasuredSet& language : report.languages)
        text += "language " + language.name + "\n\n" + describe(language) + "\n\n";
    const Evaluation& all = report.overall.evaluation;
    text += "all languages\n\n" + row("examples", std::to_string(all.examples)) +
            row("accuracy", decimal_text(all.accuracy, 4)) + row("macro F1", decimal_text(all.macro_f1, 4)) +
            feelings(report.overall);
    if (report.overall.baseline) text += changes("against the baseline", report.overall.baseline->measures);
    return text;
}

}  // namespace parlance::nlu
