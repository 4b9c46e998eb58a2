#include "nlg/stated_numbers.h"

#include <catch2/catch.hpp>

using namespace parlance;
using namespace parlance::nlg;

TEST_CASE("runs of digits keep their inner separators", "[nlg][numbers]") {
    const std::string text = "1.234,50 EUR, 10:30, 4411.";
    std::vector<std::string> runs;
    for (const auto& run : digit_runs(text)) runs.push_back(text.substr(run.begin, run.length()));
    CHECK(runs == std::vector<std::string>{"1.234,50", "10", "30", "4411"});
    CHECK(digit_runs("none").empty());
}

TEST_CASE("numbers are read with the locale's separators", "[nlg][numbers]") {
    const auto [run, language, value, decimals] = GENERATE(table<std::string, std::string, double, int>({
        {"1,234.50", "en", 1234.5, 2},
        {"1.234,50", "de", 1234.5, 2},
        {"1.234", "de", 1234, 0},
        {"1.234", "en", 1.234, 3},
        {"2,4", "de", 2.4, 1},
        {"007", "en", 7, 0},
        {"1,234,567", "en", 1234567, 0},
    }));
    const auto number = read_number(run, {language});
    REQUIRE(number);
    CHECK(number->value == value);
    CHECK(number->decimals == decimals);
}

TEST_CASE("separators in the wrong places make no number", "[nlg][numbers]") {
    const auto [run, language] = GENERATE(table<std::string, std::string>({
        {"1,23,4", "en"},
        {"2.4", "de"},
        {"1.2.3", "en"},
        {"20.11.2026", "de"},
        {"1,234,5", "en"},
        {"1234,567", "en"},
    }));
    CAPTURE(run, language);
    CHECK_FALSE(read_number(run, {language}));
}

TEST_CASE("a minus sign counts, a hyphen does not", "[nlg][numbers]") {
    CHECK(is_negative_at("-5", 1));
    CHECK(is_negative_at("is -5", 4));
    CHECK(is_negative_at("is \u22125", 6));
    CHECK_FALSE(is_negative_at("3-5", 2));
    CHECK_FALSE(is_negative_at("A-5", 2));
    CHECK_FALSE(is_negative_at("5", 0));
}

TEST_CASE("list numbers count only while they count up from one", "[nlg][numbers]") {
    CHECK(list_numbering("1. a\n2. b\n3) c").size() == 3);
    CHECK(list_numbering("2. a\n3. b").empty());
    CHECK(list_numbering("1. a\n3. b").size() == 1);
    CHECK(list_numbering("intro\n1. a\n\n1. b").size() == 2);
    CHECK(list_numbering("1.5 % a year").empty());
    CHECK(list_numbering("").empty());
}

TEST_CASE("rounding to the shown decimals is allowed and nothing more", "[nlg][numbers]") {
    const auto [value, decimals, exact, allowed] = GENERATE(table<double, int, double, bool>({
        {2.4, 1, 2.43, true},
        {2.4, 1, 2.46, false},
        {2.5, 1, 2.45, true},
        {2.43, 2, 2.43, true},
        {2.44, 2, 2.43, false},
        {3, 0, 3.0, true},
        {2, 0, 2.43, false},
        {2, 0, 1.97, true},
        {12500, 0, 12500.4, false},
        {4, 0, 3.0, false},
        {1e9, 0, 1e9, true},
    }));
    CHECK(is_rounding_of({value, decimals}, exact) == allowed);
}
