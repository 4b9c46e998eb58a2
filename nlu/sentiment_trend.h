#pragma once

#include <span>
#include <string_view>

#include "nlu/understanding.h"

namespace parlance::nlu {

enum class TrendDirection { falling, steady, rising };
std::string_view to_text(TrendDirection direction);

// How a customer's feeling moves over a conversation.
struct SentimentTrend {
    TrendDirection direction = TrendDirection::steady;
    float slope = 0;               // polarity a message
    float mood = 0;                // -1 .. +1: the polarities' mean, a message counting twice the one before
    std::size_t negative_run = 0;  // how many of the last messages were negative, one after the other
    bool operator==(const SentimentTrend&) const = default;
};

// sentiments: of the customer's messages, oldest first; the last six count. The slope is the median of the
// slopes between every two of them (Theil 1950, Sen 1968), so that one outburst makes no trend; with fewer
// than three messages there is none. Pure.
SentimentTrend trend_of(std::span<const Sentiment> sentiments);

}  // namespace parlance::nlu
