#include "nlu/sentiment_trend.h"

#include <algorithm>
#include <vector>

namespace parlance::nlu {

namespace {

constexpr std::size_t most_messages = 6;
constexpr std::size_t fewest_messages = 3;

// Over three messages this carries a feeling from neutral across the middle of either side.
constexpr float least_slope = 0.15F;

float median_slope(std::span<const Sentiment> sentiments) {
    std::vector<float> slopes;
    for (std::size_t to = 1; to < sentiments.size(); ++to) {
        for (std::size_t from = 0; from < to; ++from)
            slopes.push_back((sentiments[to].polarity - sentiments[from].polarity) /
                             static_cast<float>(to - from));
    }
    std::sort(slopes.begin(), slopes.end());
    const std::size_t middle = slopes.size() / 2;
    return slopes.size() % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
}

float mood_of(std::span<const Sentiment> sentiments) {
    float sum = 0;
    float weights = 0;
    float weight = 1;
    for (auto at = sentiments.rbegin(); at != sentiments.rend(); ++at, weight /= 2) {
        sum += weight * at->polarity;
        weights += weight;
    }
    return weights > 0 ? sum / weights : 0;
}

}  // namespace

std::string_view to_text(TrendDirection direction) {
    switch (direction) {
        case TrendDirection::falling: return "falling";
        case TrendDirection::steady: return "steady";
        case TrendDirection::rising: return "rising";
    }
    return "steady";
}

SentimentTrend trend_of(std::span<const Sentiment> sentiments) {
    SentimentTrend trend;
    for (auto at = sentiments.rbegin(); at != sentiments.rend(); ++at, ++trend.negative_run) {
        if (at->label != SentimentLabel::negative) break;
    }
    const auto last = sentiments.last(std::min(sentiments.size(), most_messages));
    trend.mood = mood_of(last);
    if (last.size() < fewest_messages) return trend;
    trend.slope = median_slope(last);
    if (trend.slope <= -least_slope) trend.direction = TrendDirection::falling;
    if (trend.slope >= least_slope) trend.direction = TrendDirection::rising;
    return trend;
}

}  // namespace parlance::nlu
