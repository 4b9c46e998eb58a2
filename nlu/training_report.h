#pragma once

#include <cstddef>
#include <string>

#include "nlu/stage_calibration.h"

namespace parlance::nlu {

// What `parlance train` tells when it is done.
struct TrainingReport {
    std::string model;
    std::string method;
    std::size_t examples = 0;
    std::size_t intents = 0;
    OperatingPoint trial;
    std::size_t bytes = 0;
    double seconds = 0;
};

std::string to_json_text(const TrainingReport& report);
std::string describe(const TrainingReport& report);

}  // namespace parlance::nlu
