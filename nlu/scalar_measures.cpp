#include "nlu/scalar_measures.h"

#include "nlu/decimal_text.h"

namespace parlance::nlu {

namespace {

std::string title_of(Perturbation perturbation) {
    switch (perturbation) {
        case Perturbation::typos_5: return "accuracy, typos in 5 % of characters";
        case Perturbation::typos_10: return "accuracy, typos in 10 % of characters";
        case Perturbation::lower_case: return "accuracy, small letters";
        case Perturbation::upper_case: return "accuracy, capital letters";
        case Perturbation::no_punctuation: return "accuracy, no punctuation";
    }
    return {};
}

// "0.8", "0.95"
std::string share_text(double share) {
    std::string text = decimal_text(share, 2);
    if (text.ends_with('0')) text.pop_back();
    return text;
}

}  // namespace

std::vector<ScalarMeasure> scalar_measures(const Evaluation& evaluation) {
    std::vector<ScalarMeasure> measures{
        {"accuracy", "accuracy", evaluation.accuracy},
        {"accuracy_with_refusals", "accuracy with refusals", evaluation.accuracy_with_refusals},
        {"macro_f1", "macro F1", evaluation.macro_f1},
        {"ece", "calibration error", evaluation.ece},
        {"oos_auroc", "out-of-scope AUROC", evaluation.oos_auroc},
        {"oos_fpr_at_95_recall", "in-scope refused at 95 % recall", evaluation.oos_fpr_at_95_recall},
        {"oos_recall_at_95", "out-of-scope recall, 95 % kept", evaluation.oos_recall_at_95},
        {"oos_recall_at_97", "out-of-scope recall, 97 % kept", evaluation.oos_recall_at_97}};
    for (const CoverageAccuracy& point : evaluation.accuracy_at_coverage) {
        measures.push_back({"accuracy_at_coverage/" + share_text(point.coverage),
                            "accuracy of the surest " + decimal_text(100 * point.coverage, 0) + " %",
                            point.accuracy});
    }
    for (const RobustnessMeasure& measure : evaluation.robustness) {
        measures.push_back({"robustness/" + std::string(to_text(measure.perturbation)),
                            title_of(measure.perturbation), measure.accuracy});
    }
    measures.push_back({"messages_per_second", "messages per second", evaluation.messages_per_second, 0});
    measures.push_back({"latency_ms/p50", "latency p50, ms", evaluation.p50_ms, 3});
    measures.push_back({"latency_ms/p99", "latency p99, ms", evaluation.p99_ms, 3});
    if (evaluation.early_exit_share)
        measures.push_back({"early_exit_share", "answered early", evaluation.early_exit_share});
    return measures;
}

}  // namespace parlance::nlu
