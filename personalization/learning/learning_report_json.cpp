#include <nlohmann/json.hpp>

#include "personalization/learning/learning_report.h"

namespace parlance::personalization {

namespace {

using nlohmann::ordered_json;

ordered_json measures_json(const BinaryMeasures& measures) {
    ordered_json result{
        {"rows", measures.rows}, {"positives", measures.positives}, {"base_rate", measures.base_rate}};
    for (const NamedMeasure& measure : named_measures(measures)) {
        ordered_json& place = result[measure.key];
        if (measure.value) place = *measure.value;
    }
    for (const MeasureInterval& interval : measures.intervals)
        result[interval.key + "_ci"] = {interval.low, interval.high};
    return result;
}

ordered_json reliability_json(const BinaryMeasures& measures) {
    ordered_json bins = ordered_json::array();
    for (const nlu::ReliabilityBin& bin : measures.reliability) {
        bins.push_back({{"from", bin.from},
                        {"to", bin.to},
                        {"count", bin.count},
                        {"foretold", bin.confidence},
                        {"happened", bin.accuracy}});
    }
    return bins;
}

ordered_json splits_json(const SplitEvaluation& evaluation) {
    ordered_json result = measures_json(evaluation.overall);
    result["parts"] = evaluation.parts.size();
    result["models"] = evaluation.chosen;
    if (evaluation.parts.size() < 2) return result;
    for (const SpreadMeasure& measure : spread_of(evaluation.parts)) {
        result["mean"][measure.key] = measure.mean;
        result["deviation"][measure.key] = measure.deviation;
    }
    return result;
}

ordered_json schema_json(const std::vector<ColumnSchema>& schema) {
    ordered_json columns = ordered_json::array();
    for (const ColumnSchema& column : schema) {
        ordered_json one{{"name", column.name},
                         {"kind", to_text(column.kind)},
                         {"missing", column.missing},
                         {"distinct", column.distinct},
                         {"used", column.dropped.empty()}};
        if (column.alone_auc) one["roc_auc_alone"] = *column.alone_auc;
        if (!column.dropped.empty()) one["reason"] = column.dropped;
        columns.push_back(std::move(one));
    }
    return columns;
}

ordered_json drift_json(const DriftReport& drift) {
    ordered_json features = ordered_json::array();
    for (const FeatureDrift& feature : drift.features)
        features.push_back({{"feature", feature.feature}, {"psi", feature.psi}});
    ordered_json result{{"foretold_rate", drift.foretold_rate}, {"rate", drift.rate}};
    if (drift.before) result["before"] = measures_json(*drift.before);
    result["now"] = measures_json(drift.now);
    result["later_half"] = measures_json(drift.later_half);
    if (drift.later_half_recalibrated)
        result["later_half_recalibrated"] = measures_json(*drift.later_half_recalibrated);
    result["features"] = std::move(features);
    return result;
}

ordered_json purchases_json(const PurchaseForecast& purchases) {
    return {{"horizon_days", purchases.horizon.count()},
            {"r", purchases.model.r},
            {"alpha", purchases.model.alpha},
            {"a", purchases.model.a},
            {"b", purchases.model.b},
            {"log_likelihood", purchases.log_likelihood},
            {"expected_purchases", purchases.expected},
            {"actual_purchases", purchases.actual}};
}

ordered_json likeliest_json(const std::vector<ExplainedCase>& cases) {
    ordered_json result = ordered_json::array();
    for (const ExplainedCase& one : cases) {
        ordered_json drivers = ordered_json::array();
        for (const Evidence& driver : one.drivers)
            drivers.push_back(
                {{"feature", driver.name}, {"words", driver.words}, {"log_odds", driver.weight}});
        result.push_back(
            {{"case", one.name}, {"probability", one.probability}, {"drivers", std::move(drivers)}});
    }
    return result;
}

ordered_json coverage_json(const CampaignCoverage& coverage) {
    return {{"campaigns", coverage.campaigns},
            {"people", coverage.people},
            {"invitations", coverage.invitations},
            {"taken", coverage.taken},
            {"with_history", coverage.with_history},
            {"on_record", coverage.on_record},
            {"strays", coverage.strays}};
}

std::string text_of(const ordered_json& json) {
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace

std::string to_json_text(const LearningReport& report) {
    ordered_json result{{"data", report.data},
                        {"target", report.target},
                        {"seed", report.seed},
                        {"measured_on", report.overall_of}};
    result.update(measures_json(report.overall));
    if (report.folds) result["folds"] = splits_json(*report.folds);
    if (report.temporal) result["temporal"] = splits_json(*report.temporal);
    if (report.prequential) result["prequential"] = measures_json(*report.prequential);
    if (report.purchases) result["bg_nbd"] = purchases_json(*report.purchases);
    if (report.drift) result["drift"] = drift_json(*report.drift);
    if (!report.schema.empty()) result["schema"] = schema_json(report.schema);
    result["reliability"] = reliability_json(report.overall);
    if (!report.likeliest.empty()) result["likeliest"] = likeliest_json(report.likeliest);
    if (report.coverage) result["coverage"] = coverage_json(*report.coverage);
    return text_of(result);
}

std::string to_json_text(const LearningTrainingReport& report) {
    ordered_json candidates = ordered_json::array();
    for (const CandidateResult& candidate : report.candidates) {
        candidates.push_back({{"name", candidate.name},
                              {"log_loss", candidate.log_loss},
                              {"roc_auc", candidate.roc_auc},
                              {"rounds", candidate.rounds}});
    }
    ordered_json result{{"data", report.data},
                        {"target", report.target},
                        {"model", report.file},
                        {"bytes", report.bytes},
                        {"rows", report.rows},
                        {"positives", report.positives},
                        {"chosen", report.chosen},
                        {"calibration", report.calibration},
                        {"log_loss", report.log_loss},
                        {"seconds", report.seconds},
                        {"candidates", std::move(candidates)}};
    if (!report.schema.empty()) result["schema"] = schema_json(report.schema);
    if (report.coverage) result["coverage"] = coverage_json(*report.coverage);
    return text_of(result);
}

}  // namespace parlance::personalization
