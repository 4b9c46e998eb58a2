#include <catch2/catch.hpp>

#include "nlu/duckling/corpus.h"
#include "nlu/duckling/sections.h"
#include "nlu/recognizers/recognition_measure.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

std::filesystem::path corpus() {
    return std::filesystem::path(__FILE__).parent_path().parent_path().parent_path() / "corpora" /
           "duckling_en.jsonl";
}

// The exact share of a section's lines in tests/corpora/duckling_en.jsonl.
double exact_share(const std::string& section) {
    Findings findings;
    const auto cases = read_duckling_corpus(corpus(), findings);
    REQUIRE(cases.has_value());
    REQUIRE(findings.sorted().empty());
    const DucklingSection* reader = find_duckling_section(section);
    REQUIRE(reader != nullptr);
    RecognitionMeasure measure;
    for (const DucklingCase& one : *cases) {
        if (one.section != section) continue;
        const auto found = reader->recognize(one.text, duckling_reference());
        const std::size_t before = measure.exact_cases;
        count_case(measure, one.expected, found);
        if (measure.exact_cases == before) UNSCOPED_INFO("not exact: " << one.text);
    }
    return measure.exact();
}

// "[words] key=value ..." of all that a section recognises.
std::string recognised(const std::string& section, const std::string& text) {
    std::string result;
    for (const Recognition& one : find_duckling_section(section)->recognize(text, duckling_reference())) {
        result += (result.empty() ? "[" : " [") + text.substr(one.span.begin, one.span.length()) + "]";
        for (const auto& [key, value] : one.resolution) result += " " + key + "=" + value;
    }
    return result;
}

}  // namespace

TEST_CASE("every section reads its own lines", "[nlu][duckling]") {
    const auto [section, floor] = GENERATE(table<std::string, double>({
        {"numeral", 1.0},
        {"ordinal", 1.0},
        {"time", 0.98},
        {"duration", 1.0},
        {"amount-of-money", 1.0},
        {"phone-number", 1.0},
        {"email", 1.0},
        {"url", 1.0},
        {"distance", 1.0},
        {"volume", 1.0},
        {"temperature", 1.0},
        {"quantity", 1.0},
        {"credit-card-number", 1.0},
    }));
    CAPTURE(section);
    CHECK(exact_share(section) >= floor);
}

TEST_CASE("amounts are found within a sentence", "[nlu][duckling]") {
    const auto [section, text, expected] = GENERATE(table<std::string, std::string, std::string>({
        {"distance", "it is about 3 km away", "[about 3 km] unit=kilometre value=3"},
        {"quantity", "buy two cups of sugar now", "[two cups of sugar] unit=cup value=2"},
        {"temperature", "keep it between 2 and 8 degrees",
         "[between 2 and 8 degrees] from=2 to=8 unit=degree"},
        {"amount-of-money", "more than $20 is too much", "[more than $20] from=20 to=open unit=dollar"},
        {"duration", "wait an hour and a half", "[an hour and a half] unit=minute value=90"},
        {"time", "pay it next week", "[next week] grain=week value=2013-02-18T00:00:00"},
    }));
    CAPTURE(text);
    CHECK(recognised(section, text) == expected);
}
