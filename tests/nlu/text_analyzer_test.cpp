#include "nlu/text_analyzer.h"

#include <catch2/catch.hpp>

#include "tests/intents/temporary_pack.h"
#include "tests/pack_root.h"

using namespace parlance;
using namespace parlance::nlu;
using parlance::tests::pack_root;
using parlance::tests::TemporaryPack;

namespace {

// The banking pack by keywords.
const TextAnalyzer& banking() {
    static const TextAnalyzer analyzer = [] {
        auto opened = TextAnalyzer::open({pack_root()});
        if (!opened) FAIL(opened.error().detail);
        return *opened;
    }();
    return analyzer;
}

Error failure_of(const PackChoice& choice) {
    const auto opened = TextAnalyzer::open(choice);
    REQUIRE_FALSE(opened.has_value());
    return opened.error();
}

}  // namespace

TEST_CASE("one message gives its sentiment, its intent and its topics", "[nlu][library]") {
    const std::string message = "I'm worried about my mortgage and my pension";
    const auto sentiment = banking().analyze_sentiment(message);
    REQUIRE(sentiment.has_value());
    CHECK(sentiment->label == SentimentLabel::negative);
    CHECK(sentiment->emotion == Emotion::worry);

    const auto understood = banking().understand(message);
    REQUIRE(understood.has_value());
    CHECK(banking().recognize_intent(message)->intent == understood->best().intent);
    CHECK(banking().extract_topics(message).value() == understood->topics);
    CHECK(understood->topics.size() == 2);
}

TEST_CASE("a message that is no text is refused by every call", "[nlu][library]") {
    const auto [message, code] = GENERATE(table<std::string, ErrorCode>({
        {"", ErrorCode::empty_text},
        {" \n ", ErrorCode::empty_text},
        {"\xff", ErrorCode::bad_text},
    }));
    CAPTURE(message);
    CHECK(banking().analyze_sentiment(message).error().code == code);
    CHECK(banking().recognize_intent(message).error().code == code);
    CHECK(banking().extract_topics(message).error().code == code);
}

TEST_CASE("the language chosen is the one that is read", "[nlu][library]") {
    const auto german = TextAnalyzer::open({pack_root(), {}, "de"});
    REQUIRE(german.has_value());
    CHECK(german->recognize_intent("Wie ist mein Kontostand?")->intent.text == "check_balance");
}

TEST_CASE("what cannot be opened says why", "[nlu][library]") {
    CHECK(failure_of({pack_root(), {}, "fr"}) ==
          Error{ErrorCode::bad_request, "the pack does not speak \"fr\"; it speaks en, de"});
    CHECK(failure_of({pack_root(), "/nonexistent.model"}).code == ErrorCode::bad_model);

    TemporaryPack broken;
    broken.write_minimum();
    broken.write("intents/one.json", R"({"intent": "one"})").write("intents/two.json", "{");
    const auto error = failure_of({broken.root()});
    CHECK(error.code == ErrorCode::bad_pack);
    CHECK_THAT(error.detail,
               Catch::Contains("intents/one.json:1:") && Catch::Contains("intents/two.json:1:"));
}
