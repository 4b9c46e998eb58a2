#pragma once

#include <string>
#include <vector>

#include "personalization/content/reading_training.h"

namespace parlance::personalization {

// What `parlance train content` has done.
struct ReadingReport {
    std::string data;
    std::string file;  // the model's
    std::size_t bytes = 0;
    std::size_t readers = 0;
    std::size_t items = 0;
    std::size_t readings = 0;
    std::vector<NextReading> compared;
    std::string chosen;
    double seconds = 0;
};

// For people: text in lines. For programs: one JSON object.
std::string describe(const ReadingReport& report);
std::string to_json_text(const ReadingReport& report);

}  // namespace parlance::personalization
