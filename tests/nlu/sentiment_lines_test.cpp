#include "nlu/sentiment_lines.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "tests/pack_root.h"

using namespace parlance;
using namespace parlance::nlu;

TEST_CASE("lines of feeling are read, and bad ones are findings at their place", "[nlu][sentiment]") {
    Findings findings;
    const std::string content =
        "negative\tanger\tthis is outrageous\r\n"
        "\n"
        "positive\tthank you\n"
        "negativ\tanger\tx\n"
        "neutral\tangry\tx\n"
        "neutral\turgency\tneeded\tby noon\n"
        "neutral\tneutral\t\xFF\n"
        "neutral\tneutral\t";
    const auto lines = parse_sentiment_lines(content, "train_en.tsv", "en", findings);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].feeling == Feeling{SentimentLabel::negative, Emotion::anger});
    CHECK(lines[0].text == "this is outrageous");
    CHECK(lines[0].language == "en");
    CHECK(lines[1].text == "needed\tby noon");
    std::vector<std::string> places;
    for (const Finding& finding : findings.sorted())
        places.push_back(finding.code + ":" + std::to_string(finding.position.line) + ":" +
                         std::to_string(finding.position.column));
    CHECK(places ==
          std::vector<std::string>{"E0330:3:1", "E0331:4:1", "E0331:5:9", "E0311:7:1", "E0330:8:1"});
    CHECK_THAT(findings.sorted()[1].fix, Catch::Contains("\"negative\""));
}

TEST_CASE("the banking pack's lines of feeling are good, many and of every emotion",
          "[nlu][sentiment][pack]") {
    Findings findings;
    const PackSource source = PackSource::read(tests::pack_root(), findings);
    const std::vector<Locale> languages{Locale{"en"}, Locale{"de"}};
    const auto training = read_sentiment_training(source, languages, findings);
    const auto held_out = read_held_out_sentiment(source, languages, findings);
    CHECK_FALSE(findings.has_errors());
    CHECK(training.size() >= 1500);
    CHECK(held_out.size() >= 400);
    std::map<std::pair<std::string, Emotion>, int> counts;
    for (const SentimentLine& line : training) ++counts[{line.language, line.feeling.emotion}];
    CHECK(counts.size() == 20);
    std::set<std::string> known;
    for (const SentimentLine& line : training) known.insert(line.text);
    for (const SentimentLine& line : held_out) CHECK(known.count(line.text) == 0);
}
