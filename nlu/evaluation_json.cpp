#include <nlohmann/json.hpp>

#include "nlu/evaluation.h"

namespace parlance::nlu {

std::string to_json_text(const Evaluation& evaluation, std::string_view method) {
    using nlohmann::ordered_json;
    const auto number_or_null = [](const std::optional<double>& value) {
        return value ? ordered_json(*value) : ordered_json(nullptr);
    };
    ordered_json intents = ordered_json::array();
    for (const IntentMeasure& measure : evaluation.intents) {
        intents.push_back({{"intent", measure.intent.text},
                           {"examples", measure.examples},
                           {"precision", measure.precision},
                           {"recall", measure.recall},
                           {"f1", measure.f1}});
    }
    ordered_json confusions = ordered_json::array();
    for (const Confusion& confusion : evaluation.confusions) {
        confusions.push_back({{"gold", confusion.gold.text},
                              {"predicted", confusion.predicted.text},
                              {"count", confusion.count}});
    }
    const ordered_json result{{"method", method},
                              {"examples", evaluation.examples},
                              {"accuracy", evaluation.accuracy},
                              {"accuracy_with_refusals", evaluation.accuracy_with_refusals},
                              {"macro_f1", evaluation.macro_f1},
                              {"oos_auroc", number_or_null(evaluation.oos_auroc)},
                              {"oos_recall_at_95", number_or_null(evaluation.oos_recall_at_95)},
                              {"ece", evaluation.ece},
                              {"messages_per_second", evaluation.messages_per_second},
                              {"median_ms", evaluation.median_ms},
                              {"p99_ms", evaluation.p99_ms},
                              {"early_exit_share", number_or_null(evaluation.early_exit_share)},
                              {"intents", intents},
                              {"confusions", confusions}};
    return result.dump(2, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace parlance::nlu
