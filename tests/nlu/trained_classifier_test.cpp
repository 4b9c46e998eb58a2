#include "nlu/trained_models.h"

#include <catch2/catch.hpp>

#include "tests/nlu/classifier_fixture.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

const TrainedClassifier& small_model() {
    static const auto outcome = train_classifier(tests::small_training_set(), tests::small_options()).value();
    return *outcome.classifier;
}

std::string bytes_of(const TrainedClassifier& model) {
    return TrainedModels{std::make_shared<const TrainedClassifier>(model.parts()), nullptr}.to_bytes();
}

}  // namespace

TEST_CASE("a trained classifier knows what it was taught", "[nlu][classifier]") {
    const auto [text, intent] = GENERATE(table<std::string, std::string>({
        {"whats my account balance", "balance"},
        {"TRANSFER money please", "transfer"},
        {"somebody has stolen my card", "card_lost"},
        {"i want a home loan please", "mortgage"},
        {"hello", "greet"},
    }));
    CAPTURE(text);
    const auto scores = small_model().classify(text, Locale{"en"});
    CHECK(scores.front().intent.text == intent);
}

TEST_CASE("confidences are probabilities over every intent and out_of_scope", "[nlu][classifier]") {
    const std::string text =
        GENERATE("balance", "", "zzz qqq", "\xF0\x9F\x98\xA1", "pizza recipe", "balance transfer card");
    const auto scores = small_model().classify(text, Locale{"en"});
    CHECK(scores.size() == 7);
    double sum = 0;
    int out_of_scope = 0;
    float last = 2;
    for (const IntentScore& score : scores) {
        CHECK(score.confidence >= 0);
        CHECK(score.confidence <= last);
        last = score.confidence;
        sum += score.confidence;
        out_of_scope += score.intent == out_of_scope_intent() ? 1 : 0;
    }
    CHECK(sum == Approx(1).margin(1e-4));
    CHECK(out_of_scope == 1);
}

TEST_CASE("out_of_scope is known even to a model that saw no such text", "[nlu][classifier]") {
    std::vector<LabelledText> texts = tests::small_training_set();
    std::erase_if(texts, [](const LabelledText& text) { return text.label == out_of_scope_intent(); });
    const auto outcome = train_classifier(texts, tests::small_options());
    REQUIRE(outcome.has_value());
    const auto far = outcome->classifier->classify("qwx zzyy vvk", Locale{"en"});
    const auto near = outcome->classifier->classify("my account balance", Locale{"en"});
    const auto refusal = [](const std::vector<IntentScore>& scores) {
        for (const IntentScore& score : scores) {
            if (score.intent == out_of_scope_intent()) return score.confidence;
        }
        return -1.0F;
    };
    CHECK(refusal(far) > refusal(near));
}

TEST_CASE("equal seeds give equal model files", "[nlu][classifier]") {
    const auto again = train_classifier(tests::small_training_set(), tests::small_options());
    REQUIRE(again.has_value());
    CHECK(bytes_of(*again->classifier) == bytes_of(small_model()));
    TrainingOptions other = tests::small_options();
    other.seed = 2;
    const auto different = train_classifier(tests::small_training_set(), other);
    REQUIRE(different.has_value());
    CHECK(bytes_of(*different->classifier) != bytes_of(small_model()));
}

TEST_CASE("too few intents cannot be learned from", "[nlu][classifier]") {
    const std::vector<LabelledText> texts =
        GENERATE(std::vector<LabelledText>{}, std::vector<LabelledText>{{IntentName{"a"}, "x"}},
                 std::vector<LabelledText>{{IntentName{"a"}, "x"}, {out_of_scope_intent(), "y"}});
    const auto outcome = train_classifier(texts, tests::small_options());
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().code == ErrorCode::bad_training);
}

TEST_CASE("two intents of one text each are enough", "[nlu][classifier]") {
    const std::vector<LabelledText> texts{{IntentName{"a"}, "hello there"}, {IntentName{"b"}, "good bye"}};
    const auto outcome = train_classifier(texts, tests::small_options());
    REQUIRE(outcome.has_value());
    CHECK(outcome->classifier->classify("hello there", Locale{}).front().intent.text == "a");
    CHECK(outcome->classifier->classify("good bye", Locale{}).front().intent.text == "b");
}
