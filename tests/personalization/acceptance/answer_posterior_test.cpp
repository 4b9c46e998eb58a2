#include "personalization/acceptance/answer_posterior.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "personalization/point_score.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

OfferCase case_with(std::initializer_list<std::pair<std::string_view, double>> numbers) {
    OfferCase on{};
    on[place_in_case("always")] = 1;
    for (const auto& [name, value] : numbers) on[place_in_case(name)] = value;
    return on;
}

struct Moments {
    double mean = 0;
    double deviation = 0;
};

// Of the corrections that a belief's draws give a case.
Moments drawn(const AnswerPosterior& belief, const OfferCase& on) {
    SeededRandom random(7);
    Moments moments;
    const auto draws = belief.draws(random, 4000);
    for (const OfferCase& weights : draws) moments.mean += product(weights, on) / 4000;
    for (const OfferCase& weights : draws)
        moments.deviation += std::pow(product(weights, on) - moments.mean, 2) / 4000;
    moments.deviation = std::sqrt(moments.deviation);
    return moments;
}

}  // namespace

TEST_CASE(
    "before the first answer a belief corrects nothing and is sure to within a quarter of a log odds a "
    "number",
    "[acceptance]") {
    const AnswerPosterior belief;
    const auto on = case_with({{"mood", 1}, {"intent", 1}});
    CHECK(belief.correction(on) == 0);
    CHECK(drawn(belief, on).mean == Approx(0).margin(0.05));
    CHECK(drawn(belief, on).deviation == Approx(0.25 * std::sqrt(3.0)).epsilon(0.05));
}

TEST_CASE("one answer moves little", "[acceptance]") {
    AnswerPosterior belief;
    const auto on =
        case_with({{"prior", -2.5}, {"intent", 1}, {"told", 1}, {"reasons", 0.8}, {"kind_savings", 1}});
    belief.learn(on, log_odds(0.3), true);
    CHECK(logistic(log_odds(0.3) + belief.correction(on)) > 0.31);
    CHECK(logistic(log_odds(0.3) + belief.correction(on)) < 0.4);
}

TEST_CASE("answers move the belief to how often customers really accept", "[acceptance]") {
    const auto welcome = case_with({{"kind_savings", 1}});
    const auto unwelcome = case_with({{"kind_insurance", 1}});
    const double estimate = log_odds(0.1);
    AnswerPosterior belief;
    SeededRandom random(1);
    for (int i = 0; i < 3000; ++i) {
        belief.learn(welcome, estimate, random.uniform() < 0.3);
        belief.learn(unwelcome, estimate, random.uniform() < 0.02);
    }
    CHECK(belief.answers() == 6000);
    CHECK(logistic(estimate + belief.correction(welcome)) == Approx(0.3).margin(0.03));
    CHECK(logistic(estimate + belief.correction(unwelcome)) == Approx(0.02).margin(0.01));
    SECTION("of what it has seen much of it is surer than of what it has not") {
        CHECK(drawn(belief, welcome).deviation < 0.2);
        CHECK(drawn(belief, case_with({{"kind_tax", 1}})).deviation > 0.2);
    }
    SECTION("the middle of its draws is its correction") {
        CHECK(drawn(belief, welcome).mean == Approx(belief.correction(welcome)).margin(0.02));
    }
    SECTION("with time it grows less sure again, and stays what it was") {
        const double before = drawn(belief, welcome).deviation;
        const double correction = belief.correction(welcome);
        belief.fade(720);
        CHECK(drawn(belief, welcome).deviation > 2 * before);
        CHECK(belief.correction(welcome) == correction);
    }
}
