#include <catch2/catch.hpp>
#include <random>

#include "nlu/keyword_classifier.h"
#include "nlu/unicode_text.h"
#include "tests/nlu/extraction.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

// Scraps that the extractors look for, and characters that could trip them.
const std::vector<std::string>& scraps() {
    static const std::vector<std::string> list{"100",
                                               "1,000.50",
                                               "20.11.2026",
                                               "-",
                                               "/",
                                               ".",
                                               "%",
                                               "$",
                                               "\u20ac",
                                               "\u00a3",
                                               "euros",
                                               "half",
                                               "a",
                                               "million",
                                               "two",
                                               "hundred",
                                               "and",
                                               "next",
                                               "last",
                                               "friday",
                                               "month",
                                               "in",
                                               "weeks",
                                               "since",
                                               "between",
                                               "1",
                                               "5",
                                               "march",
                                               "\u00fcbermorgen",
                                               "zweihundert",
                                               "vor",
                                               "drei",
                                               "tagen",
                                               "\xF0\x9F\x98\xA1",
                                               "u\u0308",
                                               "\u00df",
                                               "\ufb01",
                                               "k",
                                               "@",
                                               "x@y.org",
                                               "+49",
                                               "170",
                                               "1234567",
                                               "DE89",
                                               "3704",
                                               "0044",
                                               "'",
                                               "\u2019",
                                               "the",
                                               "20th",
                                               "of",
                                               "\u00bd",
                                               "\u2460",
                                               "99999999999999999999999",
                                               "1.1.1.1",
                                               "0",
                                               "to",
                                               "day",
                                               "after",
                                               "tomorrow",
                                               "end",
                                               "year",
                                               "2026",
                                               "q3",
                                               "ago"};
    return list;
}

std::string random_text(std::mt19937& random) {
    std::string text;
    const std::size_t count = 1 + random() % 12;
    for (std::size_t i = 0; i < count; ++i) {
        text += scraps()[random() % scraps().size()];
        if (random() % 3 != 0) text += " ";
    }
    return text;
}

}  // namespace

TEST_CASE("entities lie on character boundaries of the utterance, whatever it says", "[nlu][entities]") {
    const std::string language = GENERATE("en", "de", "xx", "");
    std::mt19937 random(7);
    for (int round = 0; round < 1500; ++round) {
        const auto utterance =
            make_utterance(random_text(random), Locale{language}, parse_rfc3339(tests::corpus_day).value());
        if (!utterance) continue;
        for (const Entity& entity : tests::extract_all(*utterance)) {
            CAPTURE(utterance->text, language, entity.kind.text, entity.span.begin, entity.span.end);
            REQUIRE(entity.span.begin < entity.span.end);
            REQUIRE(entity.span.end <= utterance->text.size());
            REQUIRE(is_valid_utf8(utterance->text.substr(entity.span.begin, entity.span.length())));
        }
    }
}

TEST_CASE("settled entities never overlap and come by position", "[nlu][entities]") {
    const Understander understander(
        std::make_shared<KeywordClassifier>(std::vector<LabelledText>{{IntentName{"a"}, "a"}}),
        make_extractors(Pack{}), {}, {});
    std::mt19937 random(11);
    for (int round = 0; round < 500; ++round) {
        const auto utterance =
            make_utterance(random_text(random), Locale{"en"}, parse_rfc3339(tests::corpus_day).value());
        if (!utterance) continue;
        const auto entities = understander.understand(*utterance, {}).entities;
        for (std::size_t i = 1; i < entities.size(); ++i) {
            CAPTURE(utterance->text);
            REQUIRE(entities[i - 1].span.end <= entities[i].span.begin);
        }
    }
}
