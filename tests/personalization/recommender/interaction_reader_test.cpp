#include "personalization/recommender/interaction_reader.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "personalization/recommender/like_split.h"

using namespace parlance;
using namespace parlance::personalization;

TEST_CASE("likes are read in each of their forms", "[personalization][recommender][formats]") {
    struct Row {
        std::string content;
        double least_rating;
        std::vector<std::pair<std::string, std::vector<std::string>>> expected;
    };
    const Row row = GENERATE(values<Row>({
        {"u1\ta\t5\t8812\nu2\tb\t2\t8813\nu1\tc\t4\t8814\n", 4, {{"u1", {"a", "c"}}, {"u2", {}}}},
        {"7 10 993\r\n7 11 2\r\n", 0, {{"7", {"10", "11"}}}},
        {"2 10 11\n1 12\n\n0\n", 0, {{"0", {"10", "11"}}, {"1", {"12"}}, {"2", {}}}},
        {"0 10 11\n1 12 13 14\n", 0, {{"0", {"10", "11"}}, {"1", {"12", "13", "14"}}}},
    }));
    CAPTURE(row.content);
    Findings findings;
    const NamedLikes likes = parse_likes(row.content, "likes.txt", row.least_rating, findings);
    CHECK_FALSE(findings.has_errors());
    REQUIRE(likes.users.size() == row.expected.size());
    for (std::size_t i = 0; i < likes.users.size(); ++i) {
        CHECK(likes.users[i].name == row.expected[i].first);
        CHECK(likes.users[i].items == row.expected[i].second);
    }
}

TEST_CASE("every wrong line of likes is told with its place", "[personalization][recommender][formats]") {
    Findings findings;
    parse_likes("1 2 3\n1 3 many\n2 2 none\n", "likes.txt", 0, findings);
    REQUIRE(findings.sorted().size() == 2);
    CHECK(findings.sorted()[0].code == "E1008");
    CHECK(findings.sorted()[1].position.line == 3);
    Findings empty;
    parse_likes("\n\n", "likes.txt", 0, empty);
    CHECK(empty.sorted().front().code == "E1010");
}

TEST_CASE("a count that is not the line's is a finding", "[personalization][recommender][formats]") {
    Findings findings;
    const ItemTerms terms = parse_item_terms("2 a b\n3 a\n0\n", "tags.dat", findings);
    CHECK(terms.of_item.size() == 3);
    REQUIRE(findings.sorted().size() == 1);
    CHECK(findings.sorted().front().code == "E1011");
    CHECK(findings.sorted().front().position.line == 2);
}

TEST_CASE("a split keeps users, loses no like and takes nobody's last one",
          "[personalization][recommender][formats]") {
    Interactions all(10);
    all.add_user({1});
    all.add_user({0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    all.add_user({});
    const LikeSplit split = hold_out(all, 0.2, 42);
    CHECK(split.training.users() == 3);
    CHECK(split.training.of(0).size() == 1);
    CHECK(split.test.of(0).empty());
    CHECK(split.training.of(1).size() == 8);
    CHECK(split.test.of(1).size() == 2);
    for (const ItemNumber item : split.test.of(1)) {
        const auto kept = split.training.of(1);
        CHECK(std::find(kept.begin(), kept.end(), item) == kept.end());
    }
}

TEST_CASE("test likes go beside the training's by the users' names",
          "[personalization][recommender][formats]") {
    const NamedLikes training{{{"ann", {"x", "y"}}, {"bob", {"y"}}}};
    const NamedLikes test{{{"bob", {"z"}}, {"cid", {"x"}}}};
    const ItemNumbers numbers({&training, &test});
    const LikeSplit split = beside(training, test, numbers);
    REQUIRE(numbers.size() == 3);
    REQUIRE(split.training.users() == 3);
    CHECK(split.test.of(0).empty());
    CHECK(split.test.of(1).front() == numbers.of("z"));
    CHECK(split.training.of(2).empty());
    CHECK(split.test.of(2).front() == numbers.of("x"));
}
