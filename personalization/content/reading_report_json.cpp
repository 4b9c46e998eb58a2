#include <nlohmann/json.hpp>

#include "personalization/content/reading_report.h"

namespace parlance::personalization {

std::string to_json_text(const ReadingReport& report) {
    nlohmann::ordered_json json = {{"data", report.data},     {"model", report.file},
                                   {"bytes", report.bytes},   {"readers", report.readers},
                                   {"items", report.items},   {"readings", report.readings},
                                   {"chosen", report.chosen}, {"seconds", report.seconds}};
    auto& compared = json["compared"] = nlohmann::ordered_json::array();
    for (const NextReading& each : report.compared) {
        compared.push_back({{"method", each.method},
                            {"ndcg_at_10", each.ndcg_at_10},
                            {"hit_rate_at_10", each.hit_rate_at_10}});
    }
    return json.dump(2);
}

}  // namespace parlance::personalization
