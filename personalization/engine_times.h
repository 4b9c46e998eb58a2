#pragma once

#include <chrono>
#include <optional>

namespace parlance::personalization {

// Where the time of one round through the engines went; nothing for an engine that was not asked.
struct EngineTimes {
    std::optional<std::chrono::nanoseconds> behavioral_analyzer = {};
    std::optional<std::chrono::nanoseconds> life_event_predictor = {};
    std::optional<std::chrono::nanoseconds> content_engine = {};
    std::optional<std::chrono::nanoseconds> recommendation_engine = {};
};

}  // namespace parlance::personalization
