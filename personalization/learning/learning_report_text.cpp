#include <algorithm>

#include "nlu/decimal_text.h"
#include "personalization/learning/learning_report.h"

namespace parlance::personalization {

namespace {

constexpr std::size_t most_features = 10;

std::string number(double value) {
    return nlu::decimal_text(value, 4);
}

std::string to_left(const std::string& text, std::size_t width) {
    return text + std::string(width - std::min(width, text.size()), ' ');
}

// " (0.7801 to 0.8123)" where there is an interval of 95 %.
std::string interval_text(const BinaryMeasures& measures, const std::string& key) {
    for (const MeasureInterval& interval : measures.intervals) {
        if (interval.key == key) return " (" + number(interval.low) + " to " + number(interval.high) + ")";
    }
    return {};
}

std::string measure_lines(const BinaryMeasures& measures) {
    std::string text = to_left("  rows", 22) + std::to_string(measures.rows) + ", of which " +
                       std::to_string(measures.positives) + " positive (" + number(measures.base_rate) +
                       ")\n";
    for (const NamedMeasure& measure : named_measures(measures)) {
        text += "  " + to_left(measure.key, 20) + (measure.value ? number(*measure.value) : "-") +
                interval_text(measures, measure.key) + "\n";
    }
    return text;
}

std::string of_all(std::size_t count, std::size_t all) {
    const double share = all > 0 ? static_cast<double>(count) / static_cast<double>(all) : 0;
    return std::to_string(count) + " (" + number(share) + ")";
}

std::string coverage_line(const CampaignCoverage& coverage) {
    return std::to_string(coverage.invitations) + " invitations of " + std::to_string(coverage.people) +
           " people to " + std::to_string(coverage.campaigns) + " campaigns; " +
           of_all(coverage.taken, coverage.invitations) + " taken, " +
           of_all(coverage.with_history, coverage.invitations) + " of people with earlier campaigns, " +
           of_all(coverage.on_record, coverage.invitations) + " of people on record; " +
           std::to_string(coverage.strays) + " takings without invitation left out\n";
}

std::string fold_lines(const SplitEvaluation& folds) {
    std::string text = "\nmean over " + std::to_string(folds.parts.size()) + " folds, with its deviation\n";
    for (const SpreadMeasure& measure : spread_of(folds.parts))
        text += "  " + to_left(measure.key, 20) + number(measure.mean) + " +- " + number(measure.deviation) +
                "\n";
    text += "\nmodels\n";
    for (const std::string& model : folds.chosen) text += "  " + model + "\n";
    return text;
}

std::string schema_lines(const std::vector<ColumnSchema>& schema) {
    std::string text = "\ncolumns (kind, values, missing, ROC AUC alone)\n";
    for (const ColumnSchema& column : schema) {
        text += "  " + to_left(column.name.substr(0, 40), 42) +
                to_left(std::string(to_text(column.kind)), 13) + to_left(std::to_string(column.distinct), 7) +
                to_left(std::to_string(column.missing), 6) +
                (column.alone_auc ? nlu::decimal_text(*column.alone_auc, 3) : "-    ") +
                (column.dropped.empty() ? "" : "  left out; " + column.dropped) + "\n";
    }
    return text;
}

std::string drift_lines(const DriftReport& drift) {
    std::string text = "\ndrift: " + number(drift.foretold_rate) + " foretold, " + number(drift.rate) +
                       " happened; ECE " + number(drift.now.ece);
    if (drift.before) text += " (" + number(drift.before->ece) + " before)";
    text +=
        "\n  later half: ECE " + number(drift.later_half.ece) + ", Brier " + number(drift.later_half.brier);
    if (drift.later_half_recalibrated)
        text += "; calibrated anew on the earlier half: ECE " + number(drift.later_half_recalibrated->ece) +
                ", Brier " + number(drift.later_half_recalibrated->brier);
    text += "\n  features that moved most (population stability index)\n";
    for (std::size_t i = 0; i < std::min(most_features, drift.features.size()); ++i) {
        const FeatureDrift& feature = drift.features[i];
        const std::string verdict = feature.psi >= shifted_psi    ? "shifted"
                                    : feature.psi >= shifting_psi ? "shifting"
                                                                  : "steady";
        text += "    " + number(feature.psi) + "  " + to_left(verdict, 10) + feature.feature + "\n";
    }
    return text;
}

std::string purchase_lines(const PurchaseForecast& purchases) {
    return "\nBG/NBD in weeks: r " + number(purchases.model.r) + ", alpha " + number(purchases.model.alpha) +
           ", a " + number(purchases.model.a) + ", b " + number(purchases.model.b) + ", log-likelihood " +
           nlu::decimal_text(purchases.log_likelihood, 2) + "\n  purchases within " +
           std::to_string(purchases.horizon.count()) + " days: " + nlu::decimal_text(purchases.expected, 0) +
           " expected, " + nlu::decimal_text(purchases.actual, 0) + " made\n";
}

std::string likeliest_lines(const std::vector<ExplainedCase>& cases) {
    std::string text = "\nlikeliest, with what moved them\n";
    for (const ExplainedCase& one : cases) {
        text += "  " + number(one.probability) + "  " + one.name + "\n";
        for (const Evidence& driver : one.drivers)
            text +=
                "            " + driver.words + " (log odds " + nlu::decimal_text(driver.weight, 2) + ")\n";
    }
    return text;
}

}  // namespace

std::string describe(const LearningReport& report) {
    std::string text = report.data + ": " + report.target + "\n";
    if (report.coverage) text += coverage_line(*report.coverage);
    text += "measured on " + report.overall_of + "\n" + measure_lines(report.overall);
    if (report.folds) text += fold_lines(*report.folds);
    if (report.temporal) {
        text += "\ntrained on the earlier rows, measured on the later ones\n" +
                measure_lines(report.temporal->overall) + "  model: " + report.temporal->chosen.front() +
                "\n";
    }
    if (report.prequential)
        text += "\nthe same, going on to learn from each answer 250 rows later\n" +
                measure_lines(*report.prequential);
    if (report.purchases) text += purchase_lines(*report.purchases);
    if (report.drift) text += drift_lines(*report.drift);
    if (!report.schema.empty()) text += schema_lines(report.schema);
    if (!report.likeliest.empty()) text += likeliest_lines(report.likeliest);
    text.pop_back();
    return text;
}

std::string describe(const LearningTrainingReport& report) {
    std::string text = report.data + ": " + report.target + ", " + std::to_string(report.rows) + " rows, " +
                       std::to_string(report.positives) + " positive\n";
    if (report.coverage) text += coverage_line(*report.coverage);
    text += "\ncandidates (log loss and ROC AUC on rows kept back)\n";
    for (const CandidateResult& candidate : report.candidates) {
        text += "  " + number(candidate.log_loss) + "  " + number(candidate.roc_auc) + "  " + candidate.name +
                (candidate.rounds > 0 ? ", " + std::to_string(candidate.rounds) + " rounds" : "") + "\n";
    }
    text += "\nchosen: " + report.chosen + "; log loss " + number(report.log_loss) + "; calibration " +
            report.calibration + "\n";
    if (!report.schema.empty()) text += schema_lines(report.schema);
    text += "\nwrote " + report.file + " (" + std::to_string(report.bytes) + " bytes) in " +
            nlu::decimal_text(report.seconds, 1) + " s";
    return text;
}

}  // namespace parlance::personalization
