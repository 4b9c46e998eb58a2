#include "nlu/sentiment_trend.h"

#include <catch2/catch.hpp>

using namespace parlance;
using namespace parlance::nlu;

namespace {

SentimentTrend trend(const std::vector<float>& polarities) {
    std::vector<Sentiment> sentiments;
    for (const float polarity : polarities) {
        const auto label = polarity < -0.2F  ? SentimentLabel::negative
                           : polarity > 0.2F ? SentimentLabel::positive
                                             : SentimentLabel::neutral;
        sentiments.push_back({label, polarity, 1, Emotion::neutral});
    }
    return trend_of(sentiments);
}

}  // namespace

TEST_CASE("a trend is where the feeling goes over the last messages", "[nlu][sentiment]") {
    using Polarities = std::vector<float>;
    const auto [polarities, direction] = GENERATE(table<Polarities, TrendDirection>({
        {Polarities{}, TrendDirection::steady},
        {Polarities{-1.0F}, TrendDirection::steady},
        {Polarities{1.0F, -1.0F}, TrendDirection::steady},  // two messages make no trend
        {Polarities{0.4F, 0.0F, -0.6F}, TrendDirection::falling},
        {Polarities{-0.9F, -0.4F, 0.1F, 0.8F}, TrendDirection::rising},
        {Polarities{0.0F, 0.1F, -0.9F, 0.0F, 0.1F, 0.0F}, TrendDirection::steady},  // one outburst
        {Polarities{-0.9F, -0.9F, -0.9F, -0.9F}, TrendDirection::steady},           // bad, but no worse
        {Polarities{1.0F, 1.0F, 1.0F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F},
         TrendDirection::steady},  // long ago
    }));
    CAPTURE(polarities);
    CHECK(trend(polarities).direction == direction);
}

TEST_CASE("the mood counts the latest message most", "[nlu][sentiment]") {
    CHECK(trend({1.0F, -1.0F}).mood == Approx(-1.0 / 3));
    CHECK(trend({-1.0F, 1.0F}).mood == Approx(1.0 / 3));
    CHECK(trend({}).mood == 0);
}

TEST_CASE("a run of negative messages ends at the first that is not", "[nlu][sentiment]") {
    CHECK(trend({-0.5F, 0.0F, -0.5F, -0.9F}).negative_run == 2);
    CHECK(trend({-0.5F, 0.0F}).negative_run == 0);
    CHECK(trend({-0.5F, -0.5F, -0.5F, -0.5F, -0.5F, -0.5F, -0.5F, -0.5F}).negative_run == 8);
}
