#include "nlu/topic_tagger.h"

#include <catch2/catch.hpp>

#include "nlu/key_phrases.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

Pack pack() {
    Pack pack;
    TopicSpec retirement;
    retirement.name = {"retirement"};
    retirement.intents = {{"retirement_goal"}};
    retirement.phrases = {{"en", {"retirement", "retirement planning"}}, {"de", {"rente"}}};
    TopicSpec tax;
    tax.name = {"tax"};
    tax.phrases = {{"en", {"tax", "tax strategies"}}};
    pack.topics = {retirement, tax};
    return pack;
}

}  // namespace

TEST_CASE("topics come from phrases and from the intent", "[nlu][topics]") {
    const TopicTagger tagger(pack());
    const auto topics =
        tagger.tag("I need Retirement  planning and tax strategies", Locale{"en"}, {{"greet"}, 0.9F});
    REQUIRE(topics.size() == 2);
    CHECK(topics[0].topic.text == "retirement");
    CHECK(topics[0].phrase == "Retirement  planning");
    CHECK(topics[1].phrase == "tax strategies");

    const auto by_intent = tagger.tag("when can i stop working", Locale{"en"}, {{"retirement_goal"}, 0.7F});
    REQUIRE(by_intent.size() == 1);
    CHECK(by_intent[0].phrase.empty());
    CHECK(by_intent[0].confidence == Approx(0.7));
}

TEST_CASE("phrase and intent together are surer than either", "[nlu][topics]") {
    const TopicTagger tagger(pack());
    const auto both = tagger.tag("my retirement", Locale{"en"}, {{"retirement_goal"}, 0.7F});
    REQUIRE(both.size() == 1);
    CHECK(both[0].confidence > 0.8F);
    CHECK(both[0].confidence <= 1);
}

TEST_CASE("phrases are whole words of the language", "[nlu][topics]") {
    const TopicTagger tagger(pack());
    const IntentScore none{{"greet"}, 0.9F};
    CHECK(tagger.tag("taxi", Locale{"en"}, none).empty());
    CHECK(tagger.tag("tax", Locale{"de"}, none).empty());
    CHECK(tagger.tag("meine Rente", Locale{"de-AT"}, none).size() == 1);
    CHECK(TopicTagger().tag("tax", Locale{"en"}, none).empty());
}

TEST_CASE("phrases are found in any inflection", "[nlu][topics]") {
    TopicSpec pension;
    pension.name = {"pension"};
    pension.phrases = {{"en", {"retire", "pension plan"}}, {"de", {"auszug", "gesetzliche rente"}}};
    Pack with_inflections;
    with_inflections.topics = {pension};
    const TopicTagger tagger(with_inflections);
    const auto [language, text, hits] = GENERATE(table<std::string, std::string, bool>({
        {"en", "I'm retiring soon", true},
        {"en", "she retired", true},
        {"en", "which pension plans are there", true},
        {"en", "plan my pension", false},
        {"de", "meine Ausz\xC3\xBCge", true},
        {"de", "die gesetzlichen Renten", true},
    }));
    CAPTURE(text);
    CHECK(tagger.tag(text, Locale{language}, {{"greet"}, 0.9F}).size() == (hits ? 1 : 0));
}

TEST_CASE("a noun of the taxonomy is not meant by the verb it shares its stem with", "[nlu][topics]") {
    TopicSpec statements;
    statements.name = {"statements"};
    statements.phrases = {{"en", {"booking", "performance"}}};
    Pack nouns;
    nouns.topics = {statements};
    const TopicTagger tagger(nouns);
    const IntentScore none{{"greet"}, 0.9F};
    CHECK(tagger.tag("my last bookings", Locale{"en"}, none).size() == 1);
    CHECK(tagger.tag("the performances", Locale{"en"}, none).size() == 1);
    CHECK(tagger.tag("book an advisor", Locale{"en"}, none).empty());
    CHECK(tagger.tag("perform a transfer", Locale{"en"}, none).empty());
}

TEST_CASE("topics that the words name come before the one the intent implies", "[nlu][topics]") {
    const TopicTagger tagger(pack());
    const auto topics = tagger.tag("what about tax", Locale{"en"}, {{"retirement_goal"}, 0.99F});
    REQUIRE(topics.size() == 2);
    CHECK(topics[0].topic.text == "tax");
    CHECK(topics[1].topic.text == "retirement");
    CHECK(tagger.tag("what about tax", Locale{"en"}, {{"retirement_goal"}, 0.3F}).size() == 1);
}

TEST_CASE("a topic is named by the whole key phrase around its words", "[nlu][topics]") {
    const TopicTagger tagger(pack());
    const auto named = [&](const std::string& text) {
        std::vector<std::string> phrases;
        for (const auto& topic :
             tagger.tag(text, Locale{"en"}, {{"greet"}, 0.9F}, find_key_phrases(text, Locale{"en"})))
            phrases.push_back(topic.phrase);
        return phrases;
    };
    CHECK(named("my Retirement Income") == std::vector<std::string>{"Retirement Income"});
    CHECK(named("my retirement tax") == std::vector<std::string>{"retirement", "tax"});
}
