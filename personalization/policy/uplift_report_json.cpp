#include <nlohmann/json.hpp>

#include "personalization/policy/uplift_report.h"

namespace parlance::personalization {

std::string to_json_text(const UpliftReport& report) {
    using nlohmann::ordered_json;
    ordered_json at = ordered_json::array();
    for (const UpliftAt& one : report.measures.at)
        at.push_back({{"share", one.share},
                      {"rows", one.rows},
                      {"gain", one.gain.value},
                      {"low", one.gain.low},
                      {"high", one.gain.high}});
    const ordered_json result{
        {"data", report.data},          {"question", report.question},        {"seed", report.seed},
        {"rows", report.measures.rows}, {"treated", report.measures.treated}, {"uplift", std::move(at)},
        {"qini", report.measures.qini}};
    return result.dump(2);
}

}  // namespace parlance::personalization
