#include "nlu/sentiment_analyzer.h"

#include <catch2/catch.hpp>

#include "tests/pack_root.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

SentimentAnalyzer small() {
    SentimentLexicon english;
    english.words = {{"good", 0.6},  {"happy", 0.7},       {"bad", -0.6},
                     {"slow", -0.5}, {"ripped off", -0.9}, {"worried", -0.5}};
    english.negations = {"not", "n't", "never"};
    english.intensifiers = {{"very", 1.5}, {"a bit", 0.5}};
    english.emotions = {{"worried", Emotion::worry}, {"ripped off", Emotion::anger}, {"happy", Emotion::joy}};
    return {{{Locale{"en"}, english}}, {{"\xF0\x9F\x98\xA1", -0.9}, {"\u2764\ufe0f", 0.8}}};
}

const SentimentAnalyzer& of_pack() {
    static const SentimentAnalyzer analyzer = [] {
        Findings findings;
        const PackSource source = PackSource::read(tests::pack_root(), findings);
        return SentimentAnalyzer::load(source, findings);
    }();
    return analyzer;
}

}  // namespace

TEST_CASE("polarity follows words, negation and emoji", "[nlu][sentiment]") {
    const auto [text, label] = GENERATE(table<std::string, SentimentLabel>({
        {"this is good", SentimentLabel::positive},
        {"this is not good", SentimentLabel::negative},
        {"this isn't good", SentimentLabel::negative},
        {"this isnt very good", SentimentLabel::negative},
        {"not at all happy", SentimentLabel::negative},
        {"not really, it is good", SentimentLabel::positive},  // the comma ends the negation
        {"not bad", SentimentLabel::positive},
        {"good app but bad and slow service", SentimentLabel::negative},
        {"I was ripped off", SentimentLabel::negative},
        {"\xF0\x9F\x98\xA1", SentimentLabel::negative},
        {"ok \u2764", SentimentLabel::positive},  // with or without the variation selector
        {"transfer 100 euros", SentimentLabel::neutral},
        {"", SentimentLabel::neutral},
    }));
    CAPTURE(text);
    CHECK(small().analyze(text, Locale{"en"}).label == label);
}

TEST_CASE("stronger wording is stronger feeling", "[nlu][sentiment]") {
    const auto polarity = [](const std::string& text) {
        return small().analyze(text, Locale{"en"}).polarity;
    };
    CHECK(polarity("very good") > polarity("good"));
    CHECK(polarity("a bit good") < polarity("good"));
    CHECK(polarity("good!") > polarity("good"));
    CHECK(polarity("bad bad bad") < polarity("bad"));
    CHECK(polarity("bad bad bad bad bad bad bad bad") >= -1);
}

TEST_CASE("emotions are named unless denied", "[nlu][sentiment]") {
    const auto emotion = [](const std::string& text) { return small().analyze(text, Locale{"en"}).emotion; };
    CHECK(emotion("i am worried") == Emotion::worry);
    CHECK(emotion("i'm not worried") == Emotion::neutral);
    CHECK(emotion("worried and ripped off") == Emotion::anger);  // more words of evidence
    CHECK(emotion("hello") == Emotion::neutral);
}

TEST_CASE("a language without a lexicon is neutral", "[nlu][sentiment]") {
    CHECK(small().analyze("good", Locale{"fr"}).label == SentimentLabel::neutral);
    CHECK(small().analyze("good", Locale{"en-GB"}).label == SentimentLabel::positive);
    CHECK(SentimentAnalyzer().analyze("awful", Locale{"en"}).label == SentimentLabel::neutral);
}

TEST_CASE("the banking pack's lexicon reads how customers feel", "[nlu][sentiment][pack]") {
    const auto [text, language, label] = GENERATE(table<std::string, std::string, SentimentLabel>({
        {"this is absolutely outrageous, i want my money back", "en", SentimentLabel::negative},
        {"thank you so much, excellent service", "en", SentimentLabel::positive},
        {"what is my balance", "en", SentimentLabel::neutral},
        {"not happy at all with this", "en", SentimentLabel::negative},
        {"I'm worried about market volatility", "en", SentimentLabel::negative},
        {"das ist eine Frechheit", "de", SentimentLabel::negative},
        {"vielen Dank, hervorragender Service", "de", SentimentLabel::positive},
        {"Wie ist mein Kontostand?", "de", SentimentLabel::neutral},
    }));
    CAPTURE(text);
    CHECK(of_pack().analyze(text, Locale{language}).label == label);
}

namespace {

// Says the same of every text.
class Feels final : public IntentClassifier {
public:
    std::vector<IntentScore> classify(std::string_view, const Locale&) const override {
        return {{IntentName{"negative/worry"}, 0.5F},
                {IntentName{"positive/joy"}, 0.4F},
                {IntentName{"neutral/neutral"}, 0.1F}};
    }
    std::string_view method() const override { return "fixed"; }
};

}  // namespace

TEST_CASE("with a classifier the words are its business, the emoji are not", "[nlu][sentiment]") {
    SentimentAnalyzer analyzer = small();
    analyzer.use(std::make_shared<const Feels>());
    const auto read = [&](const std::string& text) { return analyzer.analyze(text, Locale{"en"}); };
    CHECK(read("good").label == SentimentLabel::negative);
    CHECK(read("good").emotion == Emotion::worry);
    CHECK(read("good \u2764").label == SentimentLabel::positive);
    CHECK(read("good \xF0\x9F\x98\xA1").confidence > read("good").confidence);
    CHECK(read("\u2764").label == SentimentLabel::positive);  // nothing but emoji: by lexicon
    CHECK(read("...").label == SentimentLabel::neutral);
}
