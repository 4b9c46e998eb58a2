#include "nlu/neural_stage.h"

#include <catch2/catch.hpp>

#include "nlu/encoder_choice.h"
#include "nlu/trained_models.h"
#include "tests/nlu/classifier_fixture.h"
#include "tests/nlu/encoder_fixture.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

bool is_skipped() {
    if (tests::has_encoder_package()) return false;
    WARN("skipped: no encoder package at " << tests::encoder_package() << "; run script/setup");
    return true;
}

// The small set in English, and a few German texts.
std::vector<LabelledText> two_languages() {
    std::vector<LabelledText> texts = tests::small_training_set();
    for (LabelledText& text : texts) text.language = "en";
    const std::vector<std::pair<std::string, std::vector<std::string>>> words{
        {"balance", {"Kontostand", "Guthaben", "Geld auf dem Konto"}},
        {"greet", {"guten Tag", "guten Morgen", "servus miteinander"}}};
    const std::vector<std::string> frames{"mein #", "# bitte", "was ist denn mit #", "ich will jetzt #"};
    for (const auto& [label, phrases] : words) {
        for (const std::string& phrase : phrases) {
            for (std::string frame : frames)
                texts.push_back({IntentName{label}, frame.replace(frame.find('#'), 1, phrase), "de"});
        }
    }
    return texts;
}

TrainingOptions small_neural_options() {
    TrainingOptions options = tests::small_options();
    options.encoder = SentenceEncoder::from_package(tests::encoder_package(), EncoderPrecision::int8).value();
    options.head =
        HeadOptions{.members = 2, .embedding = 8, .hidden = 24, .lines_seen = 1500, .most_passes = 20};
    return options;
}

const TrainedClassifier& neural_model() {
    static const auto outcome = train_classifier(two_languages(), small_neural_options()).value();
    return *outcome.classifier;
}

// Two dozen texts say little of what is out of scope: the best of the intents that were taught.
std::string bytes_of(const TrainedClassifier& model) {
    return TrainedModels{std::make_shared<const TrainedClassifier>(model.parts()), nullptr}.to_bytes();
}

std::string best_in_scope(const TrainedClassifier& model, std::string_view text) {
    const auto intents = model.classify(text, Locale{"en"});
    return intents[intents.front().intent == out_of_scope_intent() ? 1 : 0].intent.text;
}

}  // namespace

TEST_CASE("a classifier with the encoder knows other words for what it was taught", "[nlu][neural]") {
    if (is_skipped()) return;
    REQUIRE(neural_model().parts().neural.has_value());
    CHECK(neural_model().method() == "linear+fasttext+encoder");
    const auto [text, intent] = GENERATE(table<std::string, std::string>({
        {"whats my account balance", "balance"},
        {"somebody has stolen my card", "card_lost"},
        {"i would like to borrow for a new house", "mortgage"},
    }));
    CAPTURE(text);
    CHECK(best_in_scope(neural_model(), text) == intent);
}

TEST_CASE("only texts in the encoder's language go to the neural stage", "[nlu][neural]") {
    if (is_skipped()) return;
    ClassifierParts parts = neural_model().parts();
    parts.neural->sure = 2;
    const TrainedClassifier both(parts);
    parts.neural.reset();
    const TrainedClassifier lexical(parts);
    const auto differ = [&](const char* text) {
        return both.classify(text, Locale{}) != lexical.classify(text, Locale{});
    };
    CHECK(differ("what about my lost card"));
    CHECK_FALSE(differ("guten tag wie viel geld ist denn auf dem konto"));
}

TEST_CASE("early exit says what the lexical stage says", "[nlu][neural]") {
    if (is_skipped()) return;
    ClassifierParts parts = neural_model().parts();
    parts.neural->sure = 2;
    const TrainedClassifier never_early(parts);
    parts.neural->sure = 0;
    const TrainedClassifier always_early(parts);
    parts.neural.reset();
    const TrainedClassifier lexical(parts);
    for (const LabelledText& text : tests::small_training_set()) {
        CHECK_FALSE(never_early.exits_early(text.text));
        CHECK(always_early.exits_early(text.text));
        CHECK(always_early.classify(text.text, Locale{}) == lexical.classify(text.text, Locale{}));
    }
}

TEST_CASE("equal seeds give equal neural models, and a file gives the model back", "[nlu][neural]") {
    if (is_skipped()) return;
    const std::string bytes = bytes_of(neural_model());
    const auto again = train_classifier(two_languages(), small_neural_options());
    REQUIRE(again.has_value());
    CHECK(bytes_of(*again->classifier) == bytes);
    const auto loaded = TrainedModels::from_bytes(bytes);
    REQUIRE(loaded.has_value());
    for (const char* text : {"lost my card", "weather", "zzz", "", "guten Tag"}) {
        CHECK(loaded->intents->classify(text, Locale{}) == neural_model().classify(text, Locale{}));
    }
    CHECK_FALSE(TrainedModels::from_bytes(std::string_view(bytes).substr(0, bytes.size() - 1)).has_value());
}

TEST_CASE("similar examples are training texts with their likeness", "[nlu][neural]") {
    if (is_skipped()) return;
    const auto found = neural_model().similar_examples("i want lost card now", 3);
    REQUIRE(found.size() == 3);
    CHECK(found[0].text == "i want lost card now");
    CHECK(found[0].intent.text == "card_lost");
    CHECK(found[0].similarity == Approx(1).margin(0.03));
    CHECK(found[1].similarity <= found[0].similarity);
    CHECK(neural_model().similar_examples("guten Tag bitte", 1).front().text == "guten Tag bitte");
}

TEST_CASE("without an encoder package the choice is the lexical level, said aloud", "[nlu][neural]") {
    const auto named = choose_encoder("/nonexistent/package");
    REQUIRE_FALSE(named.has_value());
    CHECK(named.error().code == ErrorCode::bad_model);
    if (std::filesystem::is_directory(find_shipped(default_encoder_package))) return;  // it is there
    const auto choice = choose_encoder();
    REQUIRE(choice.has_value());
    CHECK(choice->encoder == nullptr);
    CHECK_THAT(choice->note, Catch::Contains("lexical"));
}
