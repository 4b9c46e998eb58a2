#include "personalization/recommender/ranking_measures.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace parlance::personalization;

TEST_CASE("the ranking leaves out the history and orders equals by number",
          "[personalization][recommender]") {
    std::vector<float> scores = {0.5F, 0.9F, 0.5F, 0.7F};
    CHECK(best_items(scores, std::vector<ItemNumber>{1}, 3) == std::vector<ItemNumber>{3, 0, 2});
    std::vector<float> few = {1, 2};
    CHECK(best_items(few, std::vector<ItemNumber>{0}, 5) == std::vector<ItemNumber>{1});
}

TEST_CASE("NDCG discounts by place against the best order", "[personalization][recommender]") {
    struct Row {
        std::vector<ItemNumber> ranking;
        std::vector<ItemNumber> wanted;
        std::size_t depth;
        double expected;
    };
    const double second = 1 / std::log2(3);
    const Row row = GENERATE_COPY(values<Row>({
        {{1, 2, 3}, {1}, 10, 1},
        {{2, 1, 3}, {1}, 10, second},
        {{2, 1, 3}, {1, 2}, 10, 1},
        {{2, 3, 1}, {1, 2}, 10, (1 + 0.5) / (1 + second)},
        {{2, 1}, {1}, 1, 0},
        {{1}, {}, 10, 0},
    }));
    CHECK(ndcg(row.ranking, row.wanted, row.depth) == Approx(row.expected));
}

TEST_CASE("measures are means over the users with something kept out", "[personalization][recommender]") {
    LikeSplit split{Interactions(4), Interactions(4)};
    split.training.add_user({0});
    split.test.add_user({1});
    split.training.add_user({1});
    split.test.add_user({});  // not measured
    const ItemScorer fixed = [](std::span<const ItemNumber>, std::span<float> scores) {
        for (std::size_t i = 0; i < scores.size(); ++i) scores[i] = static_cast<float>(i);
    };
    const RankingMeasures measures = measure_ranking(fixed, split);
    CHECK(measures.users == 1);
    CHECK(measures.ndcg_at_10 == Approx(0.5));  // in the third place
    CHECK(measures.recall_at_20 == 1);
    CHECK(measures.precision_at_5 == Approx(0.2));
    CHECK(measures.hit_rate_at_10 == 1);
    CHECK(measures.coverage_at_10 == Approx(0.75));
    CHECK(measures.novelty_at_10 == Approx(1));  // each as if liked by one of two
}
