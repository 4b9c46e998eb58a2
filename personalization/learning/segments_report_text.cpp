#include <algorithm>

#include "nlu/decimal_text.h"
#include "personalization/learning/segments_report.h"

namespace parlance::personalization {

namespace {

constexpr std::size_t most_traits = 5;
constexpr double structured = 0.25;  // Kaufman and Rousseeuw 1990: below it there is no substantial structure

using nlu::decimal_text;

std::string trial_lines(const SegmentCountChoice& choice) {
    if (choice.trials.empty()) return {};
    std::string text = "\nsegments  silhouette  by chance  above it (deviations)  stability\n";
    for (const SegmentCountTrial& trial : choice.trials) {
        const std::string excess = decimal_text(trial.excess, 1);
        text += std::string(trial.count == choice.count ? "> " : "  ") + std::to_string(trial.count) +
                (trial.count < 10 ? " " : "") + "      " + decimal_text(trial.silhouette, 4) + "      " +
                decimal_text(trial.chance_silhouette, 4) + "     " + excess +
                std::string(23 - std::min<std::size_t>(22, excess.size()), ' ') +
                decimal_text(trial.stability, 3) + (trial.holds ? "" : "  does not hold") + "\n";
    }
    return text;
}

std::string segment_lines(const SegmentsReport& report) {
    std::string text;
    for (std::size_t i = 0; i < report.segments.size(); ++i) {
        const SegmentDescription& segment = report.segments[i];
        const double share = static_cast<double>(report.sizes[i]) / static_cast<double>(report.rows);
        text += "\n" + std::to_string(i + 1) + ". " + segment.name + ": " + std::to_string(report.sizes[i]) +
                " rows, " + decimal_text(100 * share, 1) + " %\n";
        for (std::size_t k = 0; k < std::min(most_traits, segment.traits.size()); ++k) {
            const double deviations = segment.traits[k].deviations;
            text += "   " + std::string(deviations < 0 ? "" : "+") + decimal_text(deviations, 2) + "  " +
                    segment.traits[k].feature + "\n";
        }
    }
    return text;
}

std::string schema_lines(const std::vector<ColumnSchema>& schema) {
    std::string text;
    for (const ColumnSchema& column : schema) {
        if (!column.dropped.empty()) text += "  " + column.name + ": " + column.dropped + "\n";
    }
    return text.empty() ? text : "\nleft out\n" + text;
}

}  // namespace

std::string describe(const SegmentsReport& report) {
    std::string text = report.data + ": " + std::to_string(report.rows) + " rows, " +
                       std::to_string(report.features.size()) + " features\n" + trial_lines(report.choice);
    if (report.segments.empty()) {
        text += "\nthe rows fall into no segments: no number of groups is both stable and above chance\n";
    } else {
        text += segment_lines(report) + "\nsilhouette " + decimal_text(report.silhouette, 4) +
                (report.silhouette < structured ? " (weak: the segments run into each other)" : "");
        if (report.agreement) text += "; agreement with k-means (ARI) " + decimal_text(*report.agreement, 3);
        if (report.psi) text += "; drift of the shares (PSI) " + decimal_text(*report.psi, 4);
        text += "\n";
    }
    text += schema_lines(report.schema);
    if (!report.file.empty())
        text += "\nwrote " + report.file + " (" + std::to_string(report.bytes) + " bytes) in " +
                decimal_text(report.seconds, 1) + " s\n";
    text.pop_back();
    return text;
}

}  // namespace parlance::personalization
