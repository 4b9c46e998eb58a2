#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "intents/result.h"
#include "nlu/evaluation.h"

namespace parlance::nlu {

// What an earlier evaluation found of one set.
struct EarlierMeasures {
    std::map<std::string, double> values;  // by ScalarMeasure::key; those that were not measured are missing
    std::map<IntentName, double> f1;
};

// An earlier output of `parlance eval --json`.
struct Baseline {
    EarlierMeasures overall;
    std::map<std::string, EarlierMeasures> languages;  // by tag; empty for an evaluation of one file
};

// A measure then and now.
struct MeasureChange {
    std::string key;
    double before = 0;
    double after = 0;
    double difference() const { return after - before; }
};

struct BaselineDifference {
    std::vector<MeasureChange> measures;  // those known on both sides, in the order of scalar_measures
    std::vector<MeasureChange> intents;   // F1 by intent, the most changed first, at most 10
};

// Fails with io_failed when the file cannot be read, and with bad_request when it is no output of
// `parlance eval --json`; the detail names the file and what is missing.
Result<Baseline> read_baseline(const std::filesystem::path& file);

// The same from memory; `name` is the file's name in errors.
Result<Baseline> parse_baseline(const std::string& text, const std::string& name);

BaselineDifference difference_from(const EarlierMeasures& before, const Evaluation& after);

}  // namespace parlance::nlu
