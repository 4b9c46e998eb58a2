#include <nlohmann/json.hpp>

#include "nlu/recognizers/measures_text.h"

namespace parlance::nlu {

std::string to_json_text(const std::vector<RecognitionMeasure>& measures) {
    nlohmann::ordered_json models = nlohmann::ordered_json::object();
    for (const RecognitionMeasure& measure : measures) {
        models[measure.model] = {{"cases", measure.cases},
                                 {"exact", measure.exact()},
                                 {"span_f1", measure.span_f1()},
                                 {"value_f1", measure.value_f1()}};
    }
    return models.dump(2);
}

}  // namespace parlance::nlu
