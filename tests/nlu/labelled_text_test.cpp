#include "nlu/labelled_text.h"

#include <catch2/catch.hpp>

using namespace parlance;
using namespace parlance::nlu;

TEST_CASE("labelled lines are read, and bad ones are findings at their line", "[nlu][training]") {
    Findings findings;
    const std::string content =
        "\xEF\xBB\xBFgreet\thello there\r\n"
        "\n"
        "no tab here\n"
        "\tno label\n"
        "empty\t  \n"
        "bad\t\xFF\xFE\n"
        "oos\twho won the match\n"
        "tabs\ta\tb";
    const auto texts = parse_labelled_texts(content, "x.tsv", findings);
    REQUIRE(texts.size() == 3);
    CHECK(texts[0].label.text == "greet");
    CHECK(texts[0].text == "hello there");
    CHECK(texts[1].label == out_of_scope_intent());
    CHECK(texts[2].text == "a\tb");
    std::vector<int> lines;
    for (const Finding& finding : findings.sorted()) {
        CHECK(finding.file == "x.tsv");
        lines.push_back(finding.position.line);
    }
    CHECK(lines == std::vector<int>{3, 4, 5, 6});
}

TEST_CASE("a missing file is an error of its own", "[nlu][training]") {
    Findings findings;
    const auto texts = read_labelled_texts("/nonexistent/x.tsv", findings);
    REQUIRE_FALSE(texts.has_value());
    CHECK(texts.error().code == ErrorCode::io_failed);
}

TEST_CASE("a pack's examples of all languages are training texts", "[nlu][training]") {
    Pack pack;
    IntentSpec greet;
    greet.name = {"greet"};
    greet.examples[Locale{"en"}] = {{"hello", {}, {}}};
    greet.examples[Locale{"de"}] = {{"hallo", {}, {}}, {"moin", {}, {}}};
    pack.intents = {greet};
    CHECK(labelled_texts_of(pack).size() == 3);
}
