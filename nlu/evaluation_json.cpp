#include <nlohmann/json.hpp>

#include "nlu/evaluation_report.h"
#include "nlu/scalar_measures.h"

namespace parlance::nlu {

namespace {

using nlohmann::ordered_json;

ordered_json intents_json(const Evaluation& evaluation) {
    ordered_json intents = ordered_json::array();
    for (const IntentMeasure& measure : evaluation.intents) {
        intents.push_back({{"intent", measure.intent.text},
                           {"examples", measure.examples},
                           {"precision", measure.precision},
                           {"recall", measure.recall},
                           {"f1", measure.f1}});
    }
    return intents;
}

ordered_json confusions_json(const Evaluation& evaluation) {
    ordered_json confusions = ordered_json::array();
    for (const Confusion& confusion : evaluation.confusions) {
        confusions.push_back({{"gold", confusion.gold.text},
                              {"predicted", confusion.predicted.text},
                              {"count", confusion.count}});
    }
    return confusions;
}

ordered_json reliability_json(const Evaluation& evaluation) {
    ordered_json bins = ordered_json::array();
    for (const ReliabilityBin& bin : evaluation.reliability) {
        bins.push_back({{"from", bin.from},
                        {"to", bin.to},
                        {"count", bin.count},
                        {"confidence", bin.confidence},
                        {"accuracy", bin.accuracy}});
    }
    return bins;
}

ordered_json worst_json(const Evaluation& evaluation) {
    ordered_json worst = ordered_json::array();
    for (const Mistake& mistake : evaluation.worst) {
        ordered_json neighbours = ordered_json::array();
        for (const SimilarExample& example : mistake.neighbours) {
            neighbours.push_back({{"text", example.text},
                                  {"intent", example.intent.text},
                                  {"similarity", example.similarity}});
        }
        worst.push_back({{"text", mistake.text},
                         {"gold", mistake.gold.text},
                         {"predicted", mistake.predicted.text},
                         {"confidence", mistake.confidence},
                         {"neighbours", neighbours}});
    }
    return worst;
}

ordered_json change_json(const MeasureChange& change) {
    return {{"before", change.before}, {"after", change.after}, {"difference", change.difference()}};
}

ordered_json baseline_json(const BaselineDifference& difference) {
    ordered_json result = ordered_json::object();
    for (const MeasureChange& change : difference.measures) result[change.key] = change_json(change);
    ordered_json intents = ordered_json::object();
    for (const MeasureChange& change : difference.intents) intents[change.key] = change_json(change);
    result["intents"] = intents;
    return result;
}

ordered_json short_json(const Evaluation& evaluation) {
    return {{"examples", evaluation.examples},     {"accuracy", evaluation.accuracy},
            {"macro_f1", evaluation.macro_f1},     {"ece", evaluation.ece},
            {"intents", intents_json(evaluation)}, {"confusions", confusions_json(evaluation)}};
}

ordered_json set_json(const MeasuredSet& set) {
    const Evaluation& evaluation = set.evaluation;
    ordered_json result{{"examples", evaluation.examples}};
    for (const ScalarMeasure& measure : scalar_measures(evaluation)) {
        ordered_json& place = result[ordered_json::json_pointer("/" + measure.key)];
        if (measure.value) place = *measure.value;
    }
    result["reliability"] = reliability_json(evaluation);
    result["intents"] = intents_json(evaluation);
    result["confusions"] = confusions_json(evaluation);
    result["worst"] = worst_json(evaluation);
    if (set.emotion) result["emotion"] = short_json(*set.emotion);
    if (set.sentiment) {
        result["sentiment"] = short_json(set.sentiment->label);
        result["emotion"] = short_json(set.sentiment->emotion);
    }
    if (set.baseline) result["baseline"] = baseline_json(*set.baseline);
    return result;
}

}  // namespace

std::string to_json_text(const EvaluationReport& report) {
    ordered_json result{{"method", report.method}};
    result.update(set_json(report.overall));
    if (!report.languages.empty()) {
        ordered_json& languages = result["languages"];
        for (const MeasuredSet& language : report.languages) languages[language.name] = set_json(language);
    }
    return result.dump(2, ' ', false, ordered_json::error_handler_t::replace);
}

std::string to_json_text(const Evaluation& evaluation, std::string_view method) {
    return to_json_text(EvaluationReport{std::string(method), {"all", evaluation}, {}});
}

}  // namespace parlance::nlu
