#include <cmath>
#include <nlohmann/json.hpp>

#include "personalization/knowledge/knowledge_passage.h"

namespace parlance::personalization {
namespace {

double rounded(double value) {
    return std::round(value * 1000) / 1000;
}

}  // namespace

std::string to_json_text(const std::vector<KnowledgePassage>& passages) {
    auto list = nlohmann::json::array();
    for (const KnowledgePassage& passage : passages) {
        list.push_back({{"text", passage.text},
                        {"page", passage.page},
                        {"title", passage.title},
                        {"source", passage.source},
                        {"url", passage.url},
                        {"score", rounded(passage.score)},
                        {"coverage", rounded(passage.coverage)}});
    }
    return nlohmann::json{{"passages", list}}.dump();
}

}  // namespace parlance::personalization
