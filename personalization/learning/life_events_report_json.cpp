#include <nlohmann/json.hpp>

#include "personalization/learning/life_event_model.h"
#include "personalization/learning/life_events_report.h"

namespace parlance::personalization {

namespace {

using nlohmann::ordered_json;

ordered_json event_json(const LifeEventResult& one) {
    ordered_json result{{"event", one.event},
                        {"horizon", one.horizon},
                        {"rows", one.overall.rows},
                        {"positives", one.overall.positives},
                        {"base_rate", one.overall.base_rate}};
    for (const NamedMeasure& measure : named_measures(one.overall)) {
        ordered_json& place = result[measure.key];
        if (measure.value) place = *measure.value;
    }
    if (one.rules_roc_auc) result["rules_roc_auc"] = *one.rules_roc_auc;
    if (one.folds) {
        ordered_json& folds = result["folds"];
        folds["parts"] = one.folds->parts.size();
        folds["models"] = one.folds->chosen;
        for (const SpreadMeasure& measure : spread_of(one.folds->parts)) {
            folds["mean"][measure.key] = measure.mean;
            folds["deviation"][measure.key] = measure.deviation;
        }
    }
    for (const FeatureDrift& feature : one.drift)
        result["drift"].push_back({{"feature", feature.feature}, {"psi", feature.psi}});
    for (const ExplainedCase& likely : one.likeliest) {
        ordered_json drivers = ordered_json::array();
        for (const Evidence& driver : likely.drivers)
            drivers.push_back(
                {{"feature", driver.name}, {"words", driver.words}, {"log_odds", driver.weight}});
        result["likeliest"].push_back({{"case", likely.name},
                                       {"probability", likely.probability},
                                       {"median_periods", median_periods(likely.probability, one.horizon)},
                                       {"drivers", std::move(drivers)}});
    }
    for (const nlu::ReliabilityBin& bin : one.overall.reliability) {
        if (bin.count == 0) continue;
        result["reliability"].push_back({{"from", bin.from},
                                         {"to", bin.to},
                                         {"count", bin.count},
                                         {"foretold", bin.confidence},
                                         {"happened", bin.accuracy}});
    }
    return result;
}

}  // namespace

std::string to_json_text(const LifeEventsReport& report) {
    ordered_json events = ordered_json::array();
    for (const LifeEventResult& one : report.events) events.push_back(event_json(one));
    const ordered_json result{
        {"data", report.data}, {"people", report.people},           {"unit", report.unit},
        {"seed", report.seed}, {"measured_on", report.measured_on}, {"events", std::move(events)}};
    return result.dump(2, ' ', false, ordered_json::error_handler_t::replace);
}

std::string to_json_text(const LifeEventsTrainingReport& report) {
    ordered_json events = ordered_json::array();
    for (const LifeEventTrainingResult& one : report.events) {
        events.push_back({{"event", one.event},
                          {"horizon", one.horizon},
                          {"rows", one.rows},
                          {"positives", one.positives},
                          {"chosen", one.chosen},
                          {"calibration", one.calibration},
                          {"log_loss", one.log_loss}});
    }
    const ordered_json result{{"data", report.data},        {"people", report.people},
                              {"unit", report.unit},        {"model", report.file},
                              {"bytes", report.bytes},      {"seconds", report.seconds},
                              {"events", std::move(events)}};
    return result.dump(2, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace parlance::personalization
