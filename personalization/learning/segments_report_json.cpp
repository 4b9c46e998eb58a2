#include <nlohmann/json.hpp>

#include "personalization/learning/segments_report.h"

namespace parlance::personalization {

namespace {

using nlohmann::ordered_json;

ordered_json trials_json(const SegmentCountChoice& choice) {
    ordered_json trials = ordered_json::array();
    for (const SegmentCountTrial& trial : choice.trials) {
        trials.push_back({{"segments", trial.count},
                          {"silhouette", trial.silhouette},
                          {"chance_silhouette", trial.chance_silhouette},
                          {"excess", trial.excess},
                          {"stability", trial.stability},
                          {"holds", trial.holds}});
    }
    return trials;
}

ordered_json segments_json(const SegmentsReport& report) {
    ordered_json segments = ordered_json::array();
    for (std::size_t i = 0; i < report.segments.size(); ++i) {
        ordered_json traits = ordered_json::array();
        for (const SegmentTrait& trait : report.segments[i].traits)
            traits.push_back({{"feature", trait.feature}, {"deviations", trait.deviations}});
        segments.push_back({{"name", report.segments[i].name},
                            {"rows", report.sizes[i]},
                            {"share", report.segments[i].share},
                            {"traits", std::move(traits)}});
    }
    return segments;
}

}  // namespace

std::string to_json_text(const SegmentsReport& report) {
    ordered_json result{{"data", report.data},
                        {"rows", report.rows},
                        {"features", report.features},
                        {"seed", report.seed},
                        {"segments", segments_json(report)}};
    if (!report.segments.empty()) result["silhouette"] = report.silhouette;
    if (report.agreement) result["agreement"] = *report.agreement;
    if (report.psi) result["psi"] = *report.psi;
    if (!report.choice.trials.empty()) {
        result["chosen"] = report.choice.count;
        result["trials"] = trials_json(report.choice);
    }
    for (const ColumnSchema& column : report.schema) {
        if (!column.dropped.empty())
            result["left_out"].push_back({{"column", column.name}, {"reason", column.dropped}});
    }
    if (!report.file.empty()) {
        result["model"] = report.file;
        result["bytes"] = report.bytes;
        result["seconds"] = report.seconds;
    }
    return result.dump(2, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace parlance::personalization
