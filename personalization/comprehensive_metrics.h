#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parlance::personalization {

// One figure beside what is aimed at. Without a value it has not been measured: there is nothing to measure
// it on yet, or it takes knowing what became of the customers (`parlance eval ...` on a labelled table).
struct MeasuredTarget {
    std::string name;    // "acceptance_rate", "p99_ms"
    std::string target;  // "> 0.60"; empty where nothing is aimed at
    std::optional<double> value;
    std::uint64_t base = 0;  // how many cases the value is over
};

// What one engine has done since the program started.
struct EngineFigures {
    std::string engine;  // "behavioral_analyzer"
    std::uint64_t calls = 0;
    std::optional<double> mean_ms;  // of a call; the p99 is among the targets
    std::vector<MeasuredTarget> targets;
};

struct ComprehensiveMetrics {
    std::vector<EngineFigures> engines;
};

// One JSON object: {"engines": {"behavioral_analyzer": {"calls": ..., "mean_ms": ..., "targets": {...}}}}. A
// figure that has not been measured is the text "not measured".
std::string to_json_text(const ComprehensiveMetrics& metrics);

}  // namespace parlance::personalization
