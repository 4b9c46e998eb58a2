#include "nlu/understander.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "nlu/understanding_json.h"
#include "tests/nlu/extraction.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

class FixedClassifier final : public IntentClassifier {
public:
    explicit FixedClassifier(std::vector<IntentScore> scores) : scores_(std::move(scores)) {}
    std::vector<IntentScore> classify(std::string_view, const Locale&) const override { return scores_; }
    std::string_view method() const override { return "fixed"; }

private:
    std::vector<IntentScore> scores_;
};

class FixedExtractor final : public EntityExtractor {
public:
    explicit FixedExtractor(std::vector<Entity> entities) : entities_(std::move(entities)) {}
    void extract(const Utterance&, std::vector<Entity>& found) const override {
        found.insert(found.end(), entities_.begin(), entities_.end());
    }

private:
    std::vector<Entity> entities_;
};

Entity entity(const std::string& kind, std::size_t begin, std::size_t end) {
    return {{kind}, {begin, end}, kind, 1};
}

std::vector<std::string> settled(const std::vector<std::vector<Entity>>& by_extractor,
                                 const Context& context) {
    std::vector<std::unique_ptr<const EntityExtractor>> extractors;
    for (const auto& entities : by_extractor)
        extractors.push_back(std::make_unique<FixedExtractor>(entities));
    const Understander understander(std::make_shared<FixedClassifier>(std::vector<IntentScore>{}),
                                    std::move(extractors), {}, {});
    std::vector<std::string> kinds;
    for (const Entity& one : understander.understand(tests::utterance_of("0123456789"), context).entities) {
        kinds.push_back(one.kind.text);
    }
    return kinds;
}

}  // namespace

TEST_CASE("overlaps are settled by expectation, then length, then the extractors' order",
          "[nlu][understander]") {
    using Kinds = std::vector<std::string>;
    const Entity money = entity("money", 0, 5);
    const Entity number = entity("number", 0, 3);
    const Entity date = entity("date", 4, 9);
    const Entity same = entity("phone", 0, 5);
    CHECK(settled({{number}, {money}}, {}) == Kinds{"money"});
    CHECK(settled({{number}, {money}}, {{{"number"}}, {}}) == Kinds{"number"});
    CHECK(settled({{same}, {money}}, {}) == Kinds{"phone"});
    CHECK(settled({{money}, {same}}, {}) == Kinds{"money"});
    CHECK(settled({{date}, {number}}, {}) == Kinds{"number", "date"});
    CHECK(settled({{money}, {date}}, {}) == Kinds{"money"});
    CHECK(settled({{money}, {date}}, {{{"date"}}, {}}) == Kinds{"date"});
    CHECK(settled({}, {}).empty());
}

TEST_CASE("what the prompt offers is favoured, and the confidences still sum to one", "[nlu][understander]") {
    const std::vector<IntentScore> scores{
        {{"transfer"}, 0.5F}, {{"affirm"}, 0.3F}, {out_of_scope_intent(), 0.2F}};
    const Understander understander(std::make_shared<FixedClassifier>(scores), {}, {}, {});
    const Utterance utterance = tests::utterance_of("ok");
    CHECK(understander.understand(utterance, {}).best().intent.text == "transfer");
    const auto favoured = understander.understand(utterance, {{}, {{"affirm"}}});
    CHECK(favoured.best().intent.text == "affirm");
    float sum = 0;
    for (const IntentScore& score : favoured.intents) sum += score.confidence;
    CHECK(sum == Approx(1));
    CHECK(understander.understand(utterance, {{}, {{"unknown"}}}).best().intent.text == "transfer");
}

TEST_CASE("a clear wish is not drowned by the prompt", "[nlu][understander]") {
    const std::vector<IntentScore> scores{
        {{"card_lost"}, 0.95F}, {{"affirm"}, 0.02F}, {out_of_scope_intent(), 0.03F}};
    const Understander understander(std::make_shared<FixedClassifier>(scores), {}, {}, {});
    CHECK(understander.understand(tests::utterance_of("my card is gone"), {{}, {{"affirm"}}})
              .best()
              .intent.text == "card_lost");
}

TEST_CASE("a classifier that says nothing leaves out_of_scope", "[nlu][understander]") {
    const Understander understander(std::make_shared<FixedClassifier>(std::vector<IntentScore>{}), {}, {},
                                    {});
    const Understanding result = understander.understand(tests::utterance_of("hm"), {});
    CHECK(result.best().intent == out_of_scope_intent());
    CHECK(result.sentiment.label == SentimentLabel::neutral);
    CHECK(result.topics.empty());
}

TEST_CASE("key phrases and the clauses of several requests are part of what is understood",
          "[nlu][understander]") {
    class TwoRequests final : public IntentClassifier {
    public:
        std::vector<IntentScore> classify(std::string_view text, const Locale&) const override {
            return {{{text.find("rent") == std::string_view::npos ? "check_balance" : "pay_bill"}, 0.9F}};
        }
        std::string_view method() const override { return "two"; }
    };
    const Understander understander(std::make_shared<TwoRequests>(), {}, {}, {});
    const auto result =
        understander.understand(tests::utterance_of("check my balance and then pay rent"), {});
    REQUIRE(result.clauses.size() == 2);
    CHECK(result.clauses[0].span == TextSpan{0, 16});
    CHECK(result.clauses[0].best().intent.text == "check_balance");
    CHECK(result.clauses[1].span == TextSpan{26, 34});
    CHECK(result.clauses[1].best().intent.text == "pay_bill");
    REQUIRE(result.key_phrases.size() == 2);
    CHECK(result.key_phrases[0].phrase == "pay rent");

    const auto json = to_json_text(result);
    CHECK(json.find("\"key_phrases\"") != std::string::npos);
    CHECK(json.find("\"text\": \"pay rent\"") != std::string::npos);
    CHECK(understander.understand(tests::utterance_of("check my balance"), {}).clauses.empty());
}

namespace {

// What is understood when the classifier is this unsure and the prompt offers these intents.
std::vector<IntentScore> with_offer(std::vector<IntentScore> scores, std::vector<IntentName> offered) {
    const Understander understander(std::make_shared<FixedClassifier>(std::move(scores)), {}, {}, {});
    return understander.understand(tests::utterance_of("x"), {{}, std::move(offered)}).intents;
}

}  // namespace

TEST_CASE("what the prompt offers is e^1.5 times as likely, and no more", "[nlu][understander]") {
    const IntentName yes{"affirm"};
    const IntentName wish{"transfer_money"};
    const IntentName other{"greet"};
    SECTION("a doubtful yes is a yes when it was asked for") {
        const std::vector<IntentScore> heard{{wish, 0.45F}, {yes, 0.35F}, {other, 0.2F}};
        CHECK(with_offer(heard, {}).front().intent == wish);
        CHECK(with_offer(heard, {yes}).front().intent == yes);
    }
    SECTION("a clear other wish still wins") {
        const std::vector<IntentScore> heard{{wish, 0.9F}, {yes, 0.07F}, {other, 0.03F}};
        const auto intents = with_offer(heard, {yes});
        CHECK(intents.front().intent == wish);
        CHECK(intents.front().confidence > 0.7F);
    }
    SECTION("the odds change by the documented factor, and the others keep theirs") {
        const auto intents = with_offer({{wish, 0.5F}, {yes, 0.3F}, {other, 0.2F}}, {yes});
        REQUIRE(intents.size() == 3);
        CHECK(intents[0].intent == yes);
        const float odds_before = 0.3F / 0.7F;
        CHECK(intents[0].confidence / (1 - intents[0].confidence) ==
              Approx(odds_before * std::exp(1.5F)).epsilon(1e-3));
        CHECK(intents[1].confidence / intents[2].confidence == Approx(0.5F / 0.2F));
    }
    SECTION("what nobody offered is as likely as before") {
        const std::vector<IntentScore> heard{{wish, 0.6F}, {yes, 0.4F}};
        CHECK(with_offer(heard, {IntentName{"deny"}}) == heard);
    }
}
