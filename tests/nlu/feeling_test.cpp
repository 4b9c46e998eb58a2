#include "nlu/feeling.h"

#include <catch2/catch.hpp>

#include "nlu/sentiment_evaluation.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

// Answers every text with the same scores.
class Fixed final : public IntentClassifier {
public:
    explicit Fixed(std::vector<IntentScore> scores) : scores_(std::move(scores)) {}
    std::vector<IntentScore> classify(std::string_view, const Locale&) const override { return scores_; }
    std::string_view method() const override { return "fixed"; }

private:
    std::vector<IntentScore> scores_;
};

std::vector<IntentScore> mixed() {
    return {{IntentName{"positive/joy"}, 0.3F},
            {IntentName{"negative/anger"}, 0.25F},
            {IntentName{"negative/worry"}, 0.2F},
            {IntentName{"neutral/worry"}, 0.15F},
            {out_of_scope_intent(), 0.1F}};
}

}  // namespace

TEST_CASE("a class is named by label and emotion, or by one of them", "[nlu][sentiment]") {
    using Read = std::optional<Feeling>;
    const auto [name, feeling] = GENERATE(table<std::string, Read>({
        {"negative/worry", Feeling{SentimentLabel::negative, Emotion::worry}},
        {"positive", Feeling{SentimentLabel::positive, Emotion::neutral}},
        {"neutral", Feeling{SentimentLabel::neutral, Emotion::neutral}},
        {"anger", Feeling{SentimentLabel::negative, Emotion::anger}},
        {"urgency", Feeling{SentimentLabel::neutral, Emotion::urgency}},
        {"gratitude", Feeling{SentimentLabel::positive, Emotion::gratitude}},
        {"negative/", std::nullopt},
        {"/worry", std::nullopt},
        {"cross", std::nullopt},
        {"", std::nullopt},
    }));
    CAPTURE(name);
    CHECK(feeling_named(name) == feeling);
    if (feeling) CHECK(feeling_named(class_name(*feeling).text) == feeling);
}

TEST_CASE("a sentiment adds up the classes of a label", "[nlu][sentiment]") {
    const auto scores = mixed();
    const Sentiment sentiment = sentiment_of(scores);
    CHECK(sentiment.label == SentimentLabel::negative);
    CHECK(sentiment.emotion == Emotion::anger);
    CHECK(sentiment.confidence == Approx(0.5));
    CHECK(sentiment.polarity == Approx((0.3 - 0.45) / 0.9));
    CHECK(sentiment_of({}) == Sentiment{});
    CHECK(sentiment_of(std::vector<IntentScore>{{IntentName{"balance"}, 1.0F}}) == Sentiment{});
}

TEST_CASE("a view asks for labels or for emotions", "[nlu][sentiment]") {
    const Fixed classifier(mixed());
    const auto labels = FeelingView(classifier, FeelingAspect::label).classify("x", Locale{"en"});
    REQUIRE(labels.size() == 4);
    CHECK(labels[0].intent.text == "negative");
    CHECK(labels[0].confidence == Approx(0.45));
    const auto emotions = FeelingView(classifier, FeelingAspect::emotion).classify("x", Locale{"en"});
    CHECK(emotions[0].intent.text == "worry");
    CHECK(emotions[0].confidence == Approx(0.35));
}

TEST_CASE("sentiment is measured by label and by emotion", "[nlu][sentiment]") {
    const Fixed classifier(mixed());
    const std::vector<SentimentLine> lines{{{SentimentLabel::negative, Emotion::worry}, "a", "en"},
                                           {{SentimentLabel::negative, Emotion::anger}, "b", "de"},
                                           {{SentimentLabel::positive, Emotion::joy}, "c", "de"}};
    const SentimentEvaluation evaluation = evaluate_sentiment(classifier, lines);
    CHECK(evaluation.label.examples == 3);
    CHECK(evaluation.label.accuracy == Approx(2.0 / 3));
    CHECK(evaluation.emotion.accuracy == Approx(1.0 / 3));
}
