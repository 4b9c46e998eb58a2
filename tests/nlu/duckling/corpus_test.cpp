#include "nlu/duckling/corpus.h"

#include <catch2/catch.hpp>

using namespace parlance;
using namespace parlance::nlu;

namespace {

// The one expectation of the line's only result, as "key=value" pairs.
std::string expected_of(const std::string& section, const std::string& expect) {
    Findings findings;
    const std::string line =
        R"({"text": "so much", "section": ")" + section + R"(", "expect": )" + expect + "}";
    const auto cases = parse_duckling_corpus(line, "corpus.jsonl", findings);
    REQUIRE(cases.size() == 1);
    REQUIRE(cases[0].expected.size() == 1);
    CHECK(cases[0].expected[0].span == TextSpan{0, 7});
    std::string text;
    for (const auto& [key, value] : cases[0].expected[0].resolution)
        text += (text.empty() ? "" : " ") + key + "=" + value;
    return text;
}

}  // namespace

TEST_CASE("expectations may be values, answers or expressions of duckling", "[nlu][duckling]") {
    const auto [section, expect, meaning] = GENERATE(table<std::string, std::string, std::string>({
        {"numeral", "33", "value=33"},
        {"numeral", R"j("1.25")j", "value=1.25"},
        {"Numeral", R"j("NumeralValue (-1.2e6)")j", "value=-1200000"},
        {"numeral", R"j({"type": "value", "value": 4})j", "value=4"},
        {"amount-of-money", R"j({"value": 10, "unit": "$"})j", "unit=dollar value=10"},
        {"AmountOfMoney", R"j("simple Dollar 10")j", "unit=dollar value=10"},
        {"amount of money", R"j("between EUR (5, 7.5)")j", "from=5 to=7.5 unit=eur"},
        {"distance", R"j("under Mile 3.5")j", "from=open to=3.5 unit=mile"},
        {"distance", R"j({"from": {"value": 3, "unit": "metres"}, "type": "interval"})j",
         "from=3 to=open unit=metre"},
        {"quantity", R"j("simple Cup 2 (Just \"sugar\")")j", "unit=cup value=2"},
        {"phone-number", R"j("PhoneNumberValue \"(+1) 4155550132 ext 77\"")j", "value=+14155550132x77"},
        {"url", R"j("UrlData \"http://Shop.com\" \"shop.com\"")j", "value=http://shop.com"},
        {"email", R"j({"value": "A@b.io"})j", "value=a@b.io"},
        {"time", R"j("datetime (2013, 2, 12, 15, 0, 0) Hour")j", "grain=hour value=2013-02-12T15:00:00"},
        {"time", R"j("datetimeInterval ((2013, 2, 12, 9, 0, 0), (2013, 2, 12, 11, 0, 0)) Minute")j",
         "from=2013-02-12T09:00:00 grain=minute to=2013-02-12T11:00:00"},
        {"time", R"j("datetimeOpenInterval After (2013, 3, 1, 0, 0, 0) Day")j",
         "from=2013-03-01T00:00:00 grain=day to=open"},
        {"time", R"j("datetimeHoliday (2013, 12, 25, 0, 0, 0) Day \"Christmas\"")j",
         "grain=day value=2013-12-25T00:00:00"},
        {"time", R"j({"value": "2013-02-12T19:00:00.000Z", "grain": "hour"})j",
         "grain=hour value=2013-02-12T17:00:00"},
        {"time", R"j({"from": {"value": "2013-02-12", "grain": "day"}, "to": null})j",
         "from=2013-02-12T00:00:00 grain=day to=open"},
        {"time", "[2013, 2, 12, 4, 30, 0]", "value=2013-02-12T04:30:00"},
        {"duration", R"j({"value": {"value": 2, "unit": "hour"}})j", "unit=hour value=2"},
        {"Duration", R"j({"value": 2, "grain": "hour"})j", "unit=hour value=2"},
        {"money", R"j({"value": 2, "unit": "EUR"})j", "unit=eur value=2"},
    }));
    CAPTURE(section, expect);
    CHECK(expected_of(section, expect) == meaning);
}

TEST_CASE("a negative example expects nothing", "[nlu][duckling]") {
    Findings findings;
    const auto cases = parse_duckling_corpus(
        "{\"text\": \"a\", \"section\": \"time\", \"expect\": null}\n\n{\"text\": \"b\", "
        "\"section\": \"url\"}\n"
        "{\"text\": \"c\", \"section\": \"url\", \"expect\": []}\n"
        "{\"text\": \"d\", \"section\": \"phone\", \"expect\": false}",
        "corpus.jsonl", findings);
    REQUIRE(cases.size() == 4);
    for (const DucklingCase& one : cases) CHECK(one.expected.empty());
    CHECK(findings.sorted().empty());
}

TEST_CASE("answers with places cover what they say", "[nlu][duckling]") {
    Findings findings;
    const auto cases = parse_duckling_corpus(
        R"({"text": "in 5 or 6", "section": "numeral", "expect": [{"start": 3, "end": 4, "value": 5}, )"
        R"({"body": "6", "value": {"value": 6}}]})",
        "corpus.jsonl", findings);
    REQUIRE(cases.size() == 1);
    REQUIRE(cases[0].expected.size() == 2);
    CHECK(cases[0].expected[0].span == TextSpan{3, 4});
    CHECK(cases[0].expected[1].span == TextSpan{8, 9});
    CHECK(cases[0].expected[1].resolution == Resolution{{"value", "6"}});
}

TEST_CASE("all bad lines of a corpus are found with their places", "[nlu][duckling]") {
    Findings findings;
    const auto cases = parse_duckling_corpus(
        "{\"text\": \"a\", \"section\": \"time\"}\n{\"text\": \n{\"text\": 5, \"section\": "
        "\"time\"}\n"
        "{\"text\": \"b\", \"section\": \"numerals\"}\n[]",
        "corpus.jsonl", findings);
    CHECK(cases.size() == 1);
    const auto found = findings.sorted();
    REQUIRE(found.size() == 4);
    CHECK((found[0].code == "E0360" && found[0].position.line == 2));
    CHECK((found[1].code == "E0361" && found[1].position.line == 3));
    CHECK((found[2].code == "W0360" && found[2].position.line == 4));
    CHECK(found[2].fix == "did you mean \"numeral\"?");
    CHECK((found[3].code == "E0361" && found[3].position.line == 5));
}
