#include "nlu/trained_models.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstring>
#include <filesystem>

#include "nlu/checksum.h"
#include "nlu/feeling.h"
#include "nlu/model_training.h"
#include "tests/nlu/classifier_fixture.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

const TrainedModels& small_models() {
    static const TrainedModels models =
        train_models({tests::small_training_set(), {}}, tests::small_options()).value().models;
    return models;
}

const std::string& small_bytes() {
    static const std::string bytes = small_models().to_bytes();
    return bytes;
}

std::vector<LabelledText> small_feelings() {
    std::vector<LabelledText> texts;
    for (const char* end : {"", " today", " again", " really"}) {
        texts.push_back({IntentName{"negative/anger"}, std::string("this is outrageous") + end});
        texts.push_back({IntentName{"positive/gratitude"}, std::string("thank you so much") + end});
        texts.push_back({IntentName{"neutral/neutral"}, std::string("show my account") + end});
    }
    return texts;
}

constexpr std::size_t header_bytes = 64;  // magic, version, length and checksum take the first 28

}  // namespace

TEST_CASE("a model file gives back the same classifier", "[nlu][models]") {
    const auto folder =
        std::filesystem::temp_directory_path() / ("parlance_model_test_" + std::to_string(::getpid()));
    const auto file = folder / "deep" / "small.model";
    const auto written = small_models().save(file);
    REQUIRE(written.has_value());
    CHECK(*written == std::filesystem::file_size(file));
    const auto loaded = TrainedModels::load(file);
    REQUIRE(loaded.has_value());
    CHECK(loaded->intents->classify("lost my card", Locale{}) ==
          small_models().intents->classify("lost my card", Locale{}));
    CHECK(loaded->intents->method() == "linear+fasttext");
    CHECK(loaded->sentiment == nullptr);
    std::filesystem::remove_all(folder);
}

TEST_CASE("a damaged model file is refused with its reason", "[nlu][models]") {
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
    const auto loaded = TrainedModels::from_bytes(bytes);
    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().code == ErrorCode::bad_model);
    CHECK_THAT(loaded.error().detail, Catch::Contains(reason));
    CHECK_THAT(loaded.error().detail, Catch::Contains("parlance train"));
}

TEST_CASE("lengths that lie are refused even under a right checksum", "[nlu][models]") {
    // Every 8 bytes of the first kilobyte in turn become a huge length.
    for (std::size_t at = header_bytes; at + 8 < header_bytes + 1024; at += 8) {
        std::string bytes = small_bytes();
        std::memset(bytes.data() + at, 0x7F, 8);
        const std::uint64_t sum = checksum_of(std::string_view(bytes).substr(header_bytes));
        std::memcpy(bytes.data() + 20, &sum, sizeof sum);
        const auto loaded = TrainedModels::from_bytes(bytes);
        if (loaded && loaded->intents)
            loaded->intents->classify("my balance", Locale{});  // only numbers changed: it must still answer
    }
    SUCCEED();
}

TEST_CASE("a missing model file is refused by name", "[nlu][models]") {
    const auto loaded = TrainedModels::load("/nonexistent/some.model");
    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().code == ErrorCode::bad_model);
    CHECK_THAT(loaded.error().detail, Catch::Contains("some.model"));
}

TEST_CASE("a file holds the classifiers that were trained", "[nlu][models]") {
    const auto [with_intents, with_sentiment] = GENERATE(table<bool, bool>({{true, true}, {false, true}}));
    ModelTexts texts;
    if (with_intents) texts.intents = tests::small_training_set();
    if (with_sentiment) texts.sentiment = small_feelings();
    const auto outcome = train_models(texts, tests::small_options());
    REQUIRE(outcome.has_value());
    CHECK(outcome->intents.has_value() == with_intents);
    const auto loaded = TrainedModels::from_bytes(outcome->models.to_bytes());
    REQUIRE(loaded.has_value());
    CHECK((loaded->intents != nullptr) == with_intents);
    REQUIRE(loaded->sentiment != nullptr);
    const Sentiment sentiment = sentiment_of(loaded->sentiment->classify("this is outrageous", Locale{"en"}));
    CHECK(sentiment.label == SentimentLabel::negative);
    CHECK(sentiment.emotion == Emotion::anger);
}

TEST_CASE("training tells its steps in order and ends at the whole", "[nlu][models]") {
    double last = 0;
    std::vector<std::string> steps;
    const auto outcome = train_models({tests::small_training_set(), small_feelings()}, tests::small_options(),
                                      [&](std::string_view step, double done) {
                                          CHECK(done >= last);
                                          last = done;
                                          steps.emplace_back(step);
                                      });
    REQUIRE(outcome.has_value());
    CHECK(last == Approx(1));
    CHECK_THAT(steps.front(), Catch::StartsWith("intents"));
    CHECK(steps.back() == "done");
}

TEST_CASE("a file without any classifier is no model", "[nlu][models]") {
    const auto loaded = TrainedModels::from_bytes(TrainedModels{}.to_bytes());
    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().code == ErrorCode::bad_model);
}
