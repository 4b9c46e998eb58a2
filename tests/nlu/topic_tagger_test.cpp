#include "nlu/topic_tagger.h"

#include <catch2/catch.hpp>

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
