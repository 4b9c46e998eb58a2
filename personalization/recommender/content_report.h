#pragma once

#include <string>

#include "personalization/recommender/content_evaluation.h"

namespace parlance::personalization {

struct ContentReport {
    std::string data;
    std::string measured_on;  // "a fifth of each user's likes, seed 42"
    std::uint32_t seed = 42;
    std::size_t users = 0;
    std::size_t items = 0;
    std::size_t training_likes = 0;
    std::size_t test_likes = 0;
    ContentEvaluation evaluation;
};

// For people: text in lines. For programs: one JSON object.
std::string describe(const ContentReport& report);
std::string to_json_text(const ContentReport& report);

}  // namespace parlance::personalization
