#include "personalization/learning/binary_measures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "personalization/learning/probability_calibration.h"

namespace parlance::personalization {

namespace {

struct Scored {
    double probability;
    std::uint8_t label;
};

std::vector<Scored> ranked(std::span<const double> probabilities, std::span<const std::uint8_t> labels) {
    std::vector<Scored> rows;
    for (std::size_t i = 0; i < labels.size(); ++i) rows.push_back({probabilities[i], labels[i]});
    std::stable_sort(rows.begin(), rows.end(), [](const Scored& left, const Scored& right) {
        return left.probability > right.probability;
    });
    return rows;
}

// Calls `visit(begin, end, positives)` for every run of equal probabilities, the highest first.
template <typename Visit>
void for_ties(const std::vector<Scored>& rows, Visit visit) {
    for (std::size_t begin = 0; begin < rows.size();) {
        std::size_t end = begin;
        double positives = 0;
        while (end < rows.size() && rows[end].probability == rows[begin].probability)
            positives += rows[end++].label;
        visit(begin, end, positives);
        begin = end;
    }
}

// The events among the first `kept` rows; of equals at the border each counts in part.
double events_in_front(const std::vector<Scored>& rows, std::size_t kept) {
    double events = 0;
    for_ties(rows, [&](std::size_t begin, std::size_t end, double positives) {
        if (begin >= kept) return;
        events +=
            positives * static_cast<double>(std::min(end, kept) - begin) / static_cast<double>(end - begin);
    });
    return events;
}

// Precision at every step of recall, weighted by the step.
double average_precision(const std::vector<Scored>& rows, double events) {
    double sum = 0;
    double found = 0;
    for_ties(rows, [&](std::size_t, std::size_t end, double positives) {
        found += positives;
        sum += positives / events * found / static_cast<double>(end);
    });
    return sum;
}

void add_decisions(BinaryMeasures& measures, const std::vector<Scored>& rows) {
    std::array<std::array<double, 2>, 2> counts{};  // by said, by true
    for (const Scored& row : rows) {
        counts[row.probability >= 0.5 ? 1 : 0][row.label] += 1;
        measures.brier += (row.probability - row.label) * (row.probability - row.label);
    }
    const auto count = static_cast<double>(rows.size());
    measures.accuracy = (counts[1][1] + counts[0][0]) / count;
    measures.brier /= count;
    const double wrong = counts[1][0] + counts[0][1];
    measures.f1 = counts[1][1] > 0 ? 2 * counts[1][1] / (2 * counts[1][1] + wrong) : 0;
}

}  // namespace

BinaryMeasures measure_binary(std::span<const double> probabilities, std::span<const std::uint8_t> labels) {
    BinaryMeasures measures;
    measures.rows = labels.size();
    measures.positives = std::accumulate(labels.begin(), labels.end(), std::size_t{0});
    if (labels.empty()) return measures;
    const auto count = static_cast<double>(measures.rows);
    const auto events = static_cast<double>(measures.positives);
    measures.base_rate = events / count;
    measures.majority_accuracy = std::max(measures.base_rate, 1 - measures.base_rate);
    const std::vector<Scored> rows = ranked(probabilities, labels);
    add_decisions(measures, rows);
    measures.log_loss = log_loss(probabilities, labels);
    std::array<std::vector<float>, 2> scores;
    std::vector<nlu::JudgedAnswer> answers;
    for (const Scored& row : rows) {
        scores[row.label].push_back(static_cast<float>(row.probability));
        answers.push_back({static_cast<float>(row.probability), row.label != 0});
    }
    measures.roc_auc = nlu::area_under_roc(std::move(scores[0]), std::move(scores[1]));
    measures.reliability = nlu::reliability_bins(answers);
    measures.ece = nlu::expected_calibration_error(measures.reliability);
    if (measures.positives == 0) return measures;
    if (measures.roc_auc) measures.pr_auc = average_precision(rows, events);
    const auto twentieth = static_cast<std::size_t>(std::ceil(count * 0.05 - 1e-9));
    const auto tenth = static_cast<std::size_t>(std::ceil(count * 0.1 - 1e-9));
    const auto fifth = static_cast<std::size_t>(std::ceil(count * 0.2 - 1e-9));
    measures.precision_at_5 = events_in_front(rows, twentieth) / static_cast<double>(twentieth);
    measures.precision_at_10 = events_in_front(rows, tenth) / static_cast<double>(tenth);
    measures.precision_at_20 = events_in_front(rows, fifth) / static_cast<double>(fifth);
    measures.capture_at_5 = events_in_front(rows, twentieth) / events;
    measures.capture_at_10 = events_in_front(rows, tenth) / events;
    measures.capture_at_20 = events_in_front(rows, fifth) / events;
    measures.lift_at_10 = measures.precision_at_10 / measures.base_rate;
    return measures;
}

std::vector<NamedMeasure> named_measures(const BinaryMeasures& measures) {
    return {{"accuracy", measures.accuracy},
            {"majority_accuracy", measures.majority_accuracy},
            {"roc_auc", measures.roc_auc},
            {"pr_auc", measures.pr_auc},
            {"brier", measures.brier},
            {"log_loss", measures.log_loss},
            {"ece", measures.ece},
            {"f1", measures.f1},
            {"precision_at_5", measures.precision_at_5},
            {"precision_at_10", measures.precision_at_10},
            {"precision_at_20", measures.precision_at_20},
            {"capture_at_5", measures.capture_at_5},
            {"capture_at_10", measures.capture_at_10},
            {"capture_at_20", measures.capture_at_20},
            {"lift_at_10", measures.lift_at_10}};
}

std::vector<SpreadMeasure> spread_of(std::span<const BinaryMeasures> parts) {
    std::vector<SpreadMeasure> spread;
    for (const NamedMeasure& measure : named_measures(BinaryMeasures{}))
        spread.push_back({measure.key, 0, 0});
    const auto count = static_cast<double>(parts.size());
    for (std::size_t i = 0; i < spread.size(); ++i) {
        std::vector<double> values;
        for (const BinaryMeasures& part : parts) values.push_back(named_measures(part)[i].value.value_or(0));
        spread[i].mean = std::accumulate(values.begin(), values.end(), 0.0) / std::max(count, 1.0);
        double squares = 0;
        for (const double value : values) squares += (value - spread[i].mean) * (value - spread[i].mean);
        spread[i].deviation = parts.size() > 1 ? std::sqrt(squares / (count - 1)) : 0;
    }
    return spread;
}

}  // namespace parlance::personalization
