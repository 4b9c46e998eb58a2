#include "personalization/acceptance/exploration.h"

#include <catch2/catch.hpp>
#include <set>

#include "personalization/point_score.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

OfferCandidate candidate(std::string_view kind, double probability, double worth = 1) {
    OfferCandidate made;
    made.on[place_in_case("always")] = 1;
    made.on[place_in_case(kind)] = 1;
    made.log_odds = log_odds(probability);
    made.worth = worth;
    return made;
}

std::vector<OfferCandidate> four() {
    return {candidate("kind_savings", 0.1), candidate("kind_tax", 0.14), candidate("kind_card", 0.12, 1.3),
            candidate("kind_credit", 0.05)};
}

}  // namespace

TEST_CASE("without exploration the most promising offers come first, for certain", "[acceptance]") {
    const auto placed = best_first(four(), AnswerPosterior{}, 3);
    REQUIRE(placed.size() == 3);
    CHECK(placed[0].candidate == 2);
    CHECK(placed[1].candidate == 1);
    CHECK(placed[2].candidate == 0);
    CHECK(placed[0].propensity == 1);
}

TEST_CASE("a propensity is how often chance puts the offer there", "[acceptance]") {
    const auto candidates = four();
    constexpr std::uint64_t rounds = 6000;
    // Each offer's inverse propensity, over the rounds in which it came first, has the mean 1.
    std::vector<double> inverse(candidates.size());
    for (std::uint64_t seed = 0; seed < rounds; ++seed) {
        const auto first = explored(candidates, AnswerPosterior{}, 0.2, seed, 2).front();
        inverse[first.candidate] += 1 / first.propensity / rounds;
    }
    for (const double mean : inverse) CHECK(mean == Approx(1).margin(0.12));
}

TEST_CASE("no offer's chances fall below its part of what is left to chance", "[acceptance]") {
    std::set<std::size_t> seen;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        for (const PlacedOffer& placed : explored(four(), AnswerPosterior{}, 0.2, seed, 4)) {
            CHECK(placed.propensity >= 0.2 / 4);
            CHECK(placed.propensity <= 1);
            seen.insert(placed.candidate);
        }
    }
    CHECK(seen.size() == 4);
}

TEST_CASE("the same seed makes the same choice, and places differ", "[acceptance]") {
    const auto one = explored(four(), AnswerPosterior{}, 0.1, 42, 4);
    const auto same = explored(four(), AnswerPosterior{}, 0.1, 42, 4);
    std::set<std::size_t> distinct;
    for (std::size_t i = 0; i < one.size(); ++i) {
        CHECK(one[i].candidate == same[i].candidate);
        CHECK(one[i].propensity == same[i].propensity);
        distinct.insert(one[i].candidate);
    }
    CHECK(distinct.size() == 4);
    CHECK(explored({}, AnswerPosterior{}, 0.1, 42, 4).empty());
}

TEST_CASE("trying offers out finds the one that customers take, which the estimate ranked last",
          "[acceptance]") {
    const auto candidates = four();
    const std::vector<double> truth{0.05, 0.08, 0.06, 0.4};
    AnswerPosterior belief;
    SeededRandom customers(3);
    int best = 0;
    for (std::uint64_t round = 0; round < 6000; ++round) {
        const auto first = explored(candidates, belief, 0.1, round, 1).front().candidate;
        const auto& shown = candidates[first];
        belief.learn(shown.on, shown.log_odds, customers.uniform() < truth[first]);
        if (round >= 5500 && first == 3) ++best;
    }
    CHECK(best > 400);
    CHECK(best_first(candidates, belief, 1).front().candidate == 3);
}

TEST_CASE("the control group is a part of the customers and stays the same", "[acceptance]") {
    int in_control = 0;
    for (int i = 0; i < 10000; ++i) {
        const CustomerId customer{"C" + std::to_string(i)};
        if (is_in_control(customer, 5)) ++in_control;
        CHECK(is_in_control(customer, 5) <= is_in_control(customer, 10));
        CHECK_FALSE(is_in_control(customer, 0));
    }
    CHECK(in_control > 400);
    CHECK(in_control < 600);
}
