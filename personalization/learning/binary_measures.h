#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "nlu/score_measures.h"
#include "personalization/learning/measure_intervals.h"

namespace parlance::personalization {

// What probabilities of an event are worth, beside what guessing gives.
struct BinaryMeasures {
    std::size_t rows = 0;
    std::size_t positives = 0;
    double base_rate = 0;
    double accuracy = 0;            // saying yes from .5 on
    double majority_accuracy = 0;   // saying always the commoner answer
    std::optional<double> roc_auc;  // nothing when all rows have the same answer, as the next
    std::optional<double> pr_auc;   // average precision
    double brier = 0;
    double log_loss = 0;
    double ece = 0;              // 15 bins of equal width over the probability of the event
    double f1 = 0;               // saying yes from .5 on
    double precision_at_5 = 0;   // share of events among the twentieth with the highest probabilities
    double precision_at_10 = 0;  // likewise
    double precision_at_20 = 0;
    double capture_at_5 = 0;  // share of all events that are in that twentieth
    double capture_at_10 = 0;
    double capture_at_20 = 0;
    double lift_at_10 = 0;  // precision_at_10 over the base rate
    std::vector<nlu::ReliabilityBin> reliability;
    std::vector<MeasureInterval> intervals;  // of some measures; empty unless somebody asked for them
};

// probabilities and labels: one a row. Never fails.
BinaryMeasures measure_binary(std::span<const double> probabilities, std::span<const std::uint8_t> labels);

// One number of the measures.
struct NamedMeasure {
    std::string key;  // "roc_auc"
    std::optional<double> value;
};

// Every number but the counts, in the order of a report.
std::vector<NamedMeasure> named_measures(const BinaryMeasures& measures);

// Mean and standard deviation (over n - 1) of each number over several parts.
struct SpreadMeasure {
    std::string key;
    double mean = 0;
    double deviation = 0;
};
std::vector<SpreadMeasure> spread_of(std::span<const BinaryMeasures> parts);

}  // namespace parlance::personalization
