#include <nlohmann/json.hpp>

#include "personalization/policy/policy_report.h"

namespace parlance::personalization {

namespace {

using nlohmann::ordered_json;

ordered_json json_of(const Estimate& estimate) {
    return {{"value", estimate.value}, {"low", estimate.low}, {"high", estimate.high}};
}

ordered_json json_of(const PolicyValue& value) {
    return {{"policy", value.policy},
            {"doubly_robust", json_of(value.doubly_robust)},
            {"surely_above", value.surely_above},
            {"snips", json_of(value.snips)},
            {"ips", json_of(value.ips)},
            {"effective_rows", value.effective_rows},
            {"heaviest_weight", value.heaviest},
            {"doubtful", value.is_doubtful()}};
}

}  // namespace

std::string to_json_text(const PolicyReport& report) {
    ordered_json result{{"data", report.data},
                        {"decisions", report.decisions},
                        {"seed", report.seed},
                        {"logged", json_of(report.logged)}};
    if (report.target) result["new_policy"] = json_of(*report.target);
    for (const PolicyValue& value : report.fixed) result["fixed"].push_back(json_of(value));
    if (report.over_best_fixed) result["over_best_fixed"] = json_of(*report.over_best_fixed);
    if (report.over_control) {
        result["control"] = report.control;
        result["over_control"] = json_of(*report.over_control);
    }
    if (report.required > 0) result["required_cases"] = report.required;
    return result.dump(2);
}

}  // namespace parlance::personalization
