#include <nlohmann/json.hpp>

#include "personalization/knowledge/knowledge_evaluation.h"

namespace parlance::personalization {

std::string to_json_text(const KnowledgeEvaluation& evaluation) {
    auto limits = nlohmann::json::array();
    for (const CoverageLimit& limit : evaluation.limits)
        limits.push_back({{"least", limit.least},
                          {"right", limit.right},
                          {"wrong", limit.wrong},
                          {"made_up", limit.made_up}});
    return nlohmann::json{{"answerable", evaluation.answerable},
                          {"unanswerable", evaluation.unanswerable},
                          {"hits_at_1", evaluation.hits_at_1},
                          {"hits_at_3", evaluation.hits_at_3},
                          {"limits", limits}}
        .dump();
}

}  // namespace parlance::personalization
