#include <array>
#include <catch2/catch.hpp>
#include <random>

#include "nlu/duckling/corpus.h"
#include "nlu/duckling/sections.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

// What the readers begin, join and end on, and what none of them knows.
constexpr std::array<const char*, 76> words{
    "a",       "half",     "three",   "quarter",   "of",     "an",     "hour",   "1/4",     "h",
    "15h",     "2",        "999999",  "31",        "0",      "-",      "and",    "to",      "from",
    "between", "in",       "on",      "at",        "the",    "next",   "last",   "this",    "after",
    "before",  "by",       "within",  "for",       "ago",    "now",    "monday", "fridays", "february",
    "30",      "weekend",  "week",    "day",       "days",   "months", "year",   "2013",    "q4",
    "noon",    "midnight", "tonight", "lunch",     "pm",     "ish",    "km",     "'",       "\"",
    "feet",    "cups",     "below",   "zero",      "\u00b0", "$",      "cents",  "c",       "pounds",
    "%",       "(",        ")",       "&",         ".",      ",",      "bom",    "eoy",     "ides",
    "summer",  "dot",      "@",       "\U0001F44D"};

std::string soup(std::mt19937& random) {
    std::string text;
    const std::size_t count = 1 + random() % 12;
    for (std::size_t i = 0; i < count; ++i) {
        text += words[random() % words.size()];
        if (random() % 4 != 0) text += " ";
    }
    return text;
}

}  // namespace

TEST_CASE("sections find parts of any text, in order", "[nlu][duckling]") {
    std::mt19937 random(20130212);
    for (int round = 0; round < 1500; ++round) {
        const std::string text = soup(random);
        CAPTURE(text);
        for (const DucklingSection& section : duckling_sections()) {
            std::size_t done = 0;
            for (const Recognition& one : section.recognize(text, duckling_reference())) {
                REQUIRE(one.span.begin >= done);
                REQUIRE(one.span.end > one.span.begin);
                REQUIRE(one.span.end <= text.size());
                REQUIRE(one.type == section.name);
                done = one.span.end;
            }
        }
    }
}
