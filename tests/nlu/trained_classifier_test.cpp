#include "nlu/trained_classifier.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "nlu/checksum.h"
#include "tests/nlu/classifier_fixture.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

const TrainedClassifier& small_model() {
    static const auto outcome = train_classifier(tests::small_training_set(), tests::small_options()).value();
    return *outcome.classifier;
}

const std::string& small_bytes() {
    static const std::string bytes = small_model().to_bytes();
    return bytes;
}

constexpr std::size_t header_bytes = 64;  // magic, version, length and checksum take the first 28

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
    CHECK(again->classifier->to_bytes() == small_bytes());
    TrainingOptions other = tests::small_options();
    other.seed = 2;
    const auto different = train_classifier(tests::small_training_set(), other);
    REQUIRE(different.has_value());
    CHECK(different->classifier->to_bytes() != small_bytes());
}

TEST_CASE("a model file gives back the same classifier", "[nlu][classifier]") {
    const auto folder =
        std::filesystem::temp_directory_path() / ("parlance_model_test_" + std::to_string(::getpid()));
    const auto file = folder / "deep" / "small.model";
    const auto written = small_model().save(file);
    REQUIRE(written.has_value());
    CHECK(*written == std::filesystem::file_size(file));
    const auto loaded = TrainedClassifier::load(file);
    REQUIRE(loaded.has_value());
    CHECK((*loaded)->classify("lost my card", Locale{}) == small_model().classify("lost my card", Locale{}));
    CHECK((*loaded)->method() == "linear+fasttext");
    std::filesystem::remove_all(folder);
}

TEST_CASE("a damaged model file is refused with its reason", "[nlu][classifier]") {
    const auto damage = [](auto change) {
        std::string bytes = small_bytes();
        change(bytes);
        return bytes;
    };
    const auto [name, bytes, reason] = GENERATE_COPY(table<std::string, std::string, std::string>({
        {"empty", "", "no Parlance model"},
        {"another kind", "PK\x03\x04 something else that is longer than the header", "no Parlance model"},
        {"header only", small_bytes().substr(0, header_bytes), "cut short"},
        {"part of the header", small_bytes().substr(0, 11), "no Parlance model"},
        {"half", small_bytes().substr(0, small_bytes().size() / 2), "cut short"},
        {"one byte short", small_bytes().substr(0, small_bytes().size() - 1), "cut short"},
        {"one byte more", small_bytes() + "x", "too long"},
        {"version", damage([](std::string& b) { b[8] = 99; }), "version"},
        {"a flipped bit",
         damage([](std::string& b) { b[b.size() / 2] = static_cast<char>(b[b.size() / 2] ^ 1); }),
         "checksum"},
        {"a wrong sum", damage([](std::string& b) { b[20] = static_cast<char>(b[20] ^ 1); }), "checksum"},
    }));
    CAPTURE(name);
    const auto loaded = TrainedClassifier::from_bytes(bytes);
    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().code == ErrorCode::bad_model);
    CHECK_THAT(loaded.error().detail, Catch::Contains(reason));
    CHECK_THAT(loaded.error().detail, Catch::Contains("parlance train"));
}

TEST_CASE("lengths that lie are refused even under a right checksum", "[nlu][classifier]") {
    // Every 8 bytes of the first kilobyte in turn become a huge length.
    for (std::size_t at = header_bytes; at + 8 < header_bytes + 1024; at += 8) {
        std::string bytes = small_bytes();
        std::memset(bytes.data() + at, 0x7F, 8);
        const std::uint64_t sum = checksum_of(std::string_view(bytes).substr(header_bytes));
        std::memcpy(bytes.data() + 20, &sum, sizeof sum);
        const auto loaded = TrainedClassifier::from_bytes(bytes);
        if (loaded)
            (*loaded)->classify("my balance", Locale{});  // only numbers changed: it must still answer
    }
    SUCCEED();
}

TEST_CASE("a missing model file is refused by name", "[nlu][classifier]") {
    const auto loaded = TrainedClassifier::load("/nonexistent/some.model");
    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().code == ErrorCode::bad_model);
    CHECK_THAT(loaded.error().detail, Catch::Contains("some.model"));
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
