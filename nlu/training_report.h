#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "nlu/stage_calibration.h"

namespace parlance::nlu {

// How the sentiment of a pack was trained beside its intents.
struct SentimentTraining {
    std::size_t examples = 0;
    OperatingPoint trial;
};

// What `parlance train` tells when it is done.
struct TrainingReport {
    std::string model;
    std::string method;
    std::size_t examples = 0;
    std::size_t intents = 0;
    OperatingPoint trial;
    std::size_t bytes = 0;
    double seconds = 0;
    std::optional<SentimentTraining> sentiment;
};

std::string to_json_text(const TrainingReport& report);
std::string describe(const TrainingReport& report);

}  // namespace parlance::nlu
