#include <nlohmann/json.hpp>

#include "personalization/comprehensive_metrics.h"

namespace parlance::personalization {

namespace {

using nlohmann::ordered_json;

ordered_json figure(const std::optional<double>& value) {
    return value ? ordered_json(*value) : ordered_json("not measured");
}

}  // namespace

std::string to_json_text(const ComprehensiveMetrics& metrics) {
    ordered_json engines = ordered_json::object();
    for (const EngineFigures& engine : metrics.engines) {
        ordered_json targets = ordered_json::object();
        for (const MeasuredTarget& target : engine.targets) {
            ordered_json& place = targets[target.name];
            place = {{"value", figure(target.value)}, {"base", target.base}};
            if (!target.target.empty()) place["target"] = target.target;
        }
        engines[engine.engine] = {
            {"calls", engine.calls}, {"mean_ms", figure(engine.mean_ms)}, {"targets", std::move(targets)}};
    }
    return ordered_json{{"engines", std::move(engines)}}.dump(2, ' ', false,
                                                              ordered_json::error_handler_t::replace);
}

}  // namespace parlance::personalization
