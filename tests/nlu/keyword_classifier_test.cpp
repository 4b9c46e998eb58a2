#include "nlu/keyword_classifier.h"

#include <catch2/catch.hpp>

#include "tests/nlu/classifier_fixture.h"

using namespace parlance;
using namespace parlance::nlu;

TEST_CASE("keywords recognise what shares rare words with an example", "[nlu][classifier]") {
    const KeywordClassifier classifier(tests::small_training_set());
    const auto [text, intent] = GENERATE(table<std::string, std::string>({
        {"my account balance", "balance"},
        {"MORTGAGE please", "mortgage"},
        {"i want wire money now", "transfer"},
        {"completely different matter", "out_of_scope"},
        {"", "out_of_scope"},
        {"\xF0\x9F\x98\xA1", "out_of_scope"},
    }));
    CAPTURE(text);
    const auto scores = classifier.classify(text, Locale{"en"});
    CHECK(scores.front().intent.text == intent);
    double sum = 0;
    for (const IntentScore& score : scores) sum += score.confidence;
    CHECK(sum == Approx(1).margin(1e-4));
    CHECK(scores.size() == 7);
}

TEST_CASE("without examples everything is out of scope", "[nlu][classifier]") {
    const KeywordClassifier classifier(std::vector<LabelledText>{});
    const auto scores = classifier.classify("hello", Locale{"en"});
    REQUIRE(scores.size() == 1);
    CHECK(scores.front().intent == out_of_scope_intent());
    CHECK(scores.front().confidence == Approx(1));
}
