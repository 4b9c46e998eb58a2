#include "personalization/point_score.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace parlance::personalization;

TEST_CASE("evidence accounts for the whole score, strongest first", "[personalization][score]") {
    PointScore score(log_odds(0.1));
    score.add("small", "a little", 0.2);
    score.add("nothing", "no trace", 0.0);
    score.add("large", "much against", -1.5);
    const auto evidence = score.evidence();
    REQUIRE(evidence.size() == 2);
    CHECK(evidence[0].name == "large");
    CHECK(evidence[1].name == "small");
    CHECK(score.total() == Approx(log_odds(0.1) + evidence[0].weight + evidence[1].weight));
    CHECK(score.probability() < 0.1);
}

TEST_CASE("points that are no number leave the score alone", "[personalization][score]") {
    PointScore score(0);
    score.add("broken", "", std::numeric_limits<double>::quiet_NaN());
    score.add("endless", "", std::numeric_limits<double>::infinity());
    CHECK(score.probability() == 0.5);
    CHECK(score.evidence().empty());
}

TEST_CASE("log odds stay finite at the ends", "[personalization][score]") {
    CHECK(std::isfinite(log_odds(0)));
    CHECK(std::isfinite(log_odds(1)));
    CHECK(logistic(log_odds(0.3)) == Approx(0.3));
    CHECK(confidence_after(0, 10) == 0);
    CHECK(confidence_after(100, 10) > 0.99);
}
