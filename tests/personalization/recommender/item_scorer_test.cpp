#include "personalization/recommender/item_scorer.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "personalization/recommender/content_evaluation.h"
#include "personalization/recommender/implicit_factors.h"
#include "personalization/recommender/item_neighbours.h"
#include "personalization/recommender/item_regression.h"
#include "personalization/recommender/score_blend.h"
#include "personalization/recommender/term_likeness.h"
#include "tests/personalization/recommender/made_likes.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

std::vector<float> scores_of(const ItemScorer& scorer, const std::vector<ItemNumber>& history,
                             std::size_t items) {
    std::vector<float> scores(items);
    scorer(history, scores);
    return scores;
}

// Items 0 and 1 liked together twice, item 2 with either once.
Interactions three_items() {
    Interactions likes(3);
    for (const std::vector<ItemNumber>& liked : {std::vector<ItemNumber>{0, 1}, {0, 1, 2}, {0}, {2}})
        likes.add_user(liked);
    return likes;
}

}  // namespace

TEST_CASE("popularity counts likes", "[personalization][recommender]") {
    CHECK(scores_of(popularity_scorer(three_items()), {}, 3) == std::vector<float>{3, 2, 2});
}

TEST_CASE("random scores depend on the seed and the history alone", "[personalization][recommender]") {
    const auto once = scores_of(random_scorer(7), {1, 2}, 50);
    CHECK(once == scores_of(random_scorer(7), {1, 2}, 50));
    CHECK(once != scores_of(random_scorer(8), {1, 2}, 50));
    CHECK(once != scores_of(random_scorer(7), {1, 3}, 50));
}

TEST_CASE("item likeness is the shrunk cosine, of the nearest items only", "[personalization][recommender]") {
    const auto all = scores_of(train_item_neighbours(three_items(), {10, 1}), {0}, 3);
    CHECK(all[0] == 0);
    CHECK(all[1] == Approx(2 / (std::sqrt(6.0) + 1)));
    CHECK(all[2] == Approx(1 / (std::sqrt(6.0) + 1)));
    const auto nearest = scores_of(train_item_neighbours(three_items(), {1, 1}), {0}, 3);
    CHECK(nearest[1] == Approx(all[1]));
    CHECK(nearest[2] == 0);
}

TEST_CASE("regression weights are those of the ridge solution without the item itself",
          "[personalization][recommender]") {
    // For item 1 from items 0 and 2: (G + I) w = (2, 1) with G = ((3, 1), (1, 2)), by hand.
    const ItemScorer scorer = train_item_regression(three_items(), 1);
    CHECK(scores_of(scorer, {0}, 3)[1] == Approx(5.0 / 11).epsilon(1e-4));
    CHECK(scores_of(scorer, {2}, 3)[1] == Approx(2.0 / 11).epsilon(1e-4));
    CHECK(scores_of(scorer, {0, 2}, 3)[1] == Approx(7.0 / 11).epsilon(1e-4));
    CHECK(scores_of(scorer, {1}, 3)[1] == 0);
}

TEST_CASE("factors score the liked kind near one and the other near zero", "[personalization][recommender]") {
    FactorOptions options;
    options.factors = 2;
    const ItemScorer scorer = train_implicit_factors(tests::two_tastes(200, 20, 1), options);
    const auto scores = scores_of(scorer, {0, 1, 2}, 20);
    CHECK(scores[5] > 0.3F);
    CHECK(std::abs(scores[15]) < 0.1F);
    for (const float score : scores_of(scorer, {}, 20)) CHECK(score == 0);
}

TEST_CASE("content is alike by its rarer terms, and knows items nobody liked",
          "[personalization][recommender]") {
    const ItemTerms terms{{{"loan", "home"}, {"loan", "car"}, {"loan", "home"}, {"share"}}};
    const auto scores = scores_of(train_term_likeness(terms, 5, false), {0}, 5);
    CHECK(scores[2] == Approx(1));
    CHECK(scores[1] > 0);
    CHECK(scores[1] < scores[2]);
    CHECK(scores[3] == 0);
    CHECK(scores[4] == 0);  // behind the end of the list
}

TEST_CASE("a link makes two items alike", "[personalization][recommender]") {
    const ItemTerms links{{{"1"}, {}, {}}};
    const auto scores = scores_of(train_term_likeness(links, 3, true), {0}, 3);
    CHECK(scores[1] > 0);
    CHECK(scores[2] == 0);
}

TEST_CASE("blend weights leave out what tells nothing", "[personalization][recommender]") {
    const LikeSplit split = hold_out(tests::two_tastes(200, 40, 3), 0.3, 5);
    const std::vector<NamedScorer> scorers = {{"random", random_scorer(1), 0},
                                              {"kNN", train_item_neighbours(split.training, {}), 0}};
    const auto weights = find_blend_weights(scorers, split);
    CHECK(weights[1] > 5 * weights[0]);
    const auto blended = measure_ranking(blend_of(scorers, weights), split);
    CHECK(blended.ndcg_at_10 >= measure_ranking(scorers[1].score, split).ndcg_at_10);
}

TEST_CASE("an evaluation measures every kind beside random and popularity",
          "[personalization][recommender]") {
    const LikeSplit split = hold_out(tests::two_tastes(120, 40, 3), 0.2, 5);
    ContentEvaluationOptions options;
    options.factors = 4;
    const auto results = evaluate_content(split, {}, options).results;
    REQUIRE(results.size() == 6);
    CHECK(results[0].name == "random");
    CHECK(results[1].name == "popularity");
    CHECK(results[5].name.starts_with("blend: "));
    for (std::size_t i = 2; i < results.size(); ++i) {
        CAPTURE(results[i].name);
        CHECK(results[i].measures.users == 120);
        CHECK(results[i].measures.ndcg_at_10 > 1.5 * results[0].measures.ndcg_at_10);
    }
}
