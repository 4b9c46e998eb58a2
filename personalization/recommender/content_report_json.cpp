#include <nlohmann/json.hpp>

#include "personalization/recommender/content_report.h"

namespace parlance::personalization {

std::string to_json_text(const ContentReport& report) {
    using nlohmann::ordered_json;
    ordered_json scorers = ordered_json::array();
    for (const ScorerResult& result : report.evaluation.results) {
        const RankingMeasures& measured = result.measures;
        scorers.push_back({{"scorer", result.name},
                           {"users", measured.users},
                           {"ndcg_at_10", measured.ndcg_at_10},
                           {"ndcg_at_20", measured.ndcg_at_20},
                           {"recall_at_20", measured.recall_at_20},
                           {"precision_at_5", measured.precision_at_5},
                           {"hit_rate_at_10", measured.hit_rate_at_10},
                           {"coverage_at_10", measured.coverage_at_10},
                           {"novelty_at_10", measured.novelty_at_10},
                           {"p99_ms", measured.p99_ms},
                           {"fit_seconds", result.fit_seconds}});
    }
    const ordered_json result{{"data", report.data},
                              {"measured_on", report.measured_on},
                              {"seed", report.seed},
                              {"users", report.users},
                              {"items", report.items},
                              {"training_likes", report.training_likes},
                              {"test_likes", report.test_likes},
                              {"search_seconds", report.evaluation.search_seconds},
                              {"scorers", std::move(scorers)}};
    return result.dump(2);
}

}  // namespace parlance::personalization
