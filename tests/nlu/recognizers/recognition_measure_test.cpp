#include "nlu/recognizers/recognition_measure.h"

#include <catch2/catch.hpp>
#include <tuple>
#include <vector>

using namespace parlance::nlu;

namespace {

Recognition number(std::size_t begin, std::size_t end, const std::string& value) {
    return {{begin, end}, "number", {{"subtype", "integer"}, {"value", value}}};
}

}  // namespace

TEST_CASE("a case is exact only when everything is right and nothing is too much", "[nlu][recognizers]") {
    using Found = std::vector<Recognition>;
    const Found expected{number(0, 2, "12")};
    const auto [found, exact, right_spans, right_values] =
        GENERATE(table<Found, std::size_t, std::size_t, std::size_t>({
            {{number(0, 2, "12")}, 1, 1, 1},
            {{number(0, 2, "12.0")}, 1, 1, 1},
            {{number(0, 2, "13")}, 0, 1, 0},
            {{number(0, 3, "12")}, 0, 0, 0},
            {{number(0, 2, "12"), number(4, 5, "3")}, 0, 1, 1},
            {{}, 0, 0, 0},
        }));
    RecognitionMeasure measure;
    count_case(measure, expected, found);
    CHECK(measure.cases == 1);
    CHECK(measure.exact_cases == exact);
    CHECK(measure.right_spans == right_spans);
    CHECK(measure.right_values == right_values);
}

TEST_CASE("the confidence of another recogniser is no part of the value", "[nlu][recognizers]") {
    const Recognition expected{{0, 3}, "boolean", {{"value", "true"}, {"score", "0.55"}}};
    CHECK(means_the_same(expected, {{0, 3}, "boolean", {{"value", "true"}}}));
    CHECK_FALSE(means_the_same(expected, {{0, 3}, "boolean", {{"value", "false"}}}));
    CHECK_FALSE(means_the_same(expected, {{0, 3}, "choice", {{"value", "true"}}}));
}

TEST_CASE("all readings of an ambiguous expression are compared, in order", "[nlu][recognizers]") {
    const Resolution past{{"value", "2016-11-04"}};
    const Resolution future{{"value", "2016-11-11"}};
    const Recognition expected{{0, 6}, "datetimeV2.date", {}, {past, future}};
    CHECK(means_the_same(expected, expected));
    CHECK_FALSE(means_the_same(expected, {{0, 6}, "datetimeV2.date", {}, {future, past}}));
    CHECK_FALSE(means_the_same(expected, {{0, 6}, "datetimeV2.date", {}, {past}}));
}
