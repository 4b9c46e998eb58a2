#include <catch2/catch.hpp>
#include <random>

#include "nlu/datetime/expression_reader.h"
#include "nlu/datetime/time_resolution.h"
#include "nlu/unicode_text.h"

using namespace parlance::nlu;

namespace {

// Scraps that the readers look for, and characters that could trip them.
const std::vector<std::string> scraps{"1",
                                      "31",
                                      "0",
                                      "99",
                                      "2026",
                                      "13:60",
                                      "24:00",
                                      "7:5",
                                      "12:34:56",
                                      "9.30",
                                      "20.11",
                                      "1.1.1",
                                      "-",
                                      "/",
                                      ":",
                                      ",",
                                      ".",
                                      "(",
                                      ")",
                                      "~",
                                      "to",
                                      "from",
                                      "between",
                                      "and",
                                      "until",
                                      "of",
                                      "the",
                                      "in",
                                      "at",
                                      "on",
                                      "for",
                                      "before",
                                      "after",
                                      "since",
                                      "last",
                                      "next",
                                      "this",
                                      "every",
                                      "other",
                                      "each",
                                      "week",
                                      "weeks",
                                      "month",
                                      "day",
                                      "days",
                                      "quarter",
                                      "year",
                                      "decade",
                                      "century",
                                      "weekend",
                                      "hours",
                                      "min",
                                      "monday",
                                      "fri",
                                      "sundays",
                                      "may",
                                      "feb",
                                      "march",
                                      "easter",
                                      "new",
                                      "eve",
                                      "first",
                                      "thirty",
                                      "second",
                                      "half",
                                      "past",
                                      "noon",
                                      "am",
                                      "p.m.",
                                      "o'clock",
                                      "early",
                                      "late",
                                      "mid",
                                      "end",
                                      "business",
                                      "few",
                                      "couple",
                                      "a",
                                      "ago",
                                      "later",
                                      "from",
                                      "now",
                                      "today",
                                      "tonight",
                                      "morning",
                                      "summer",
                                      "q3",
                                      "h2",
                                      "cy18",
                                      "w",
                                      "c",
                                      "more",
                                      "than",
                                      "or",
                                      "99999999999999999999",
                                      "\u00bd",
                                      "\u00fc",
                                      "\xF0\x9F\x98\xA1",
                                      "10000",
                                      "nineteen",
                                      "twenty",
                                      "ninety",
                                      "thousand",
                                      "1000000",
                                      "29",
                                      "<",
                                      ">",
                                      "=",
                                      "'",
                                      "s"};

std::string random_text(std::mt19937& random) {
    std::string text;
    const std::size_t count = 1 + random() % 14;
    for (std::size_t i = 0; i < count; ++i) {
        text += scraps[random() % scraps.size()];
        if (random() % 4 != 0) text += " ";
    }
    return text;
}

}  // namespace

TEST_CASE("whatever a text says, its words of time are in order, whole and resolved", "[nlu][datetime]") {
    std::mt19937 random(23);
    const Instant start = std::chrono::sys_days(std::chrono::year(1999) / 12 / 31);
    for (int round = 0; round < 4000; ++round) {
        const std::string text = random_text(random);
        CAPTURE(text);
        const TokenizedText tokens = tokenize(text);
        const Instant now = start + std::chrono::hours(random() % 500'000);
        std::size_t before = 0;
        for (const TimeExpression& expression : read_expressions({tokens, now})) {
            REQUIRE(expression.begin >= before);
            REQUIRE(expression.begin < expression.end);
            REQUIRE(expression.end <= tokens.tokens.size());
            REQUIRE(resolution_of(expression).size() == expression.senses.size());
            REQUIRE_FALSE(expression.senses.empty());
            const auto span = tokens.original(expression.begin, expression.end);
            REQUIRE(is_valid_utf8(text.substr(span.begin, span.length())));
            before = expression.end;
        }
    }
}

TEST_CASE("reading words of time again finds the same", "[nlu][datetime]") {
    std::mt19937 random(29);
    const Instant now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 18);
    for (int round = 0; round < 500; ++round) {
        const TokenizedText tokens = tokenize(random_text(random));
        const auto first = read_expressions({tokens, now});
        const auto second = read_expressions({tokens, now});
        REQUIRE(first.size() == second.size());
        for (std::size_t i = 0; i < first.size(); ++i) {
            REQUIRE(first[i].senses == second[i].senses);
            REQUIRE(first[i].end == second[i].end);
        }
    }
}
