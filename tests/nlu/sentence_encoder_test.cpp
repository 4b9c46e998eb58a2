#include "nlu/encoder/sentence_encoder.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/nlu/encoder_fixture.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

// Says that a test is skipped, when it is.
bool is_skipped() {
    if (tests::has_encoder_package()) return false;
    WARN("skipped: no encoder package at " << tests::encoder_package() << "; run script/setup");
    return true;
}

// What the package's own JavaScript makes of some texts (encoder_golden.mjs).
const nlohmann::json& golden() {
    static const auto texts = [] {
        std::ifstream file(std::filesystem::path(__FILE__).parent_path() / "encoder_golden.json");
        return nlohmann::json::parse(file);
    }();
    return texts;
}

std::vector<std::string> sentences() {
    std::vector<std::string> all;
    for (const auto& text : golden()) all.push_back(text.at("text"));
    return all;
}

double length_of(std::span<const float> row) {
    double squares = 0;
    for (const float value : row) squares += value * value;
    return std::sqrt(squares);
}

double cosine(std::span<const float> left, std::span<const float> right) {
    double sum = 0;
    for (std::size_t i = 0; i < left.size(); ++i) sum += left[i] * right[i];
    return sum / (length_of(left) * length_of(right));
}

std::span<const float> pool(const std::vector<float>& pools, std::size_t number) {
    return std::span(pools).subspan(number * SentenceEncoder::output_width, SentenceEncoder::output_width);
}

void check_pool(std::span<const float> row, const nlohmann::json& expected) {
    CHECK(length_of(row) == Approx(expected.at("length").get<double>()).epsilon(1e-5));
    for (std::size_t i = 0; i < expected.at("first").size(); ++i) {
        CAPTURE(i);
        CHECK(std::abs(row[i] - expected["first"][i].get<float>()) < 1e-4F);
    }
}

Result<std::shared_ptr<const SentenceEncoder>> read_back(const std::string& bytes) {
    return SentenceEncoder::from_bytes(std::as_bytes(std::span(bytes)), nullptr);
}

}  // namespace

TEST_CASE("texts become the tokens that the package's own code makes of them", "[nlu][encoder]") {
    if (is_skipped()) return;
    TokenizerScratch scratch;
    for (const auto& text : golden()) {
        CAPTURE(text.at("text"));
        const auto tokens = tests::installed_encoder(EncoderPrecision::float32)
                                .tokenizer()
                                .tokens_of(text["text"].get<std::string>(), scratch);
        CHECK(std::vector(tokens.begin(), tokens.end()) ==
              text.at("tokens").get<std::vector<std::uint32_t>>());
    }
}

TEST_CASE("float pools are those that the package's own code gives", "[nlu][encoder]") {
    if (is_skipped()) return;
    for (const auto& text : golden()) {
        if (!text.contains("pools")) continue;
        CAPTURE(text.at("text"));
        for (const VectorLevel level : supported_vector_levels()) {
            CAPTURE(level);
            const auto pools = tests::pools_of(tests::installed_encoder(EncoderPrecision::float32),
                                               text["text"].get<std::string>(), level);
            for (std::size_t number = 0; number < 4; ++number) {
                CAPTURE(number);
                check_pool(pool(pools, number), text["pools"][number]);
            }
        }
    }
}

TEST_CASE("an empty text has an output and no other pool", "[nlu][encoder]") {
    if (is_skipped()) return;
    const auto pools = tests::pools_of(tests::installed_encoder(EncoderPrecision::float32), "");
    for (const auto& text : golden()) {
        if (text.contains("output")) check_pool(pool(pools, 0), text["output"]);
    }
    for (std::size_t number = 1; number < 4; ++number) CHECK(length_of(pool(pools, number)) == 0);
}

TEST_CASE("8-bit pools point where the float pools do", "[nlu][encoder][int8]") {
    if (is_skipped()) return;
    for (const std::string& text : sentences()) {
        CAPTURE(text);
        const auto exact = tests::pools_of(tests::installed_encoder(EncoderPrecision::float32), text);
        const auto rounded = tests::pools_of(tests::installed_encoder(EncoderPrecision::int8), text);
        CHECK(cosine(pool(exact, 0), pool(rounded, 0)) > 0.995);
        CHECK(length_of(pool(rounded, 0)) == Approx(1).epsilon(1e-5));
        if (text.empty()) continue;
        for (std::size_t number = 1; number < 4; ++number) {
            CHECK(cosine(pool(exact, number), pool(rounded, number)) > 0.99);
        }
    }
}

TEST_CASE("8-bit pools are equal to the bit at every vector level", "[nlu][encoder][int8]") {
    if (is_skipped()) return;
    for (const std::string& text : sentences()) {
        CAPTURE(text);
        const auto first =
            tests::pools_of(tests::installed_encoder(EncoderPrecision::int8), text, VectorLevel::portable);
        for (const VectorLevel level : supported_vector_levels()) {
            CAPTURE(level);
            CHECK(tests::pools_of(tests::installed_encoder(EncoderPrecision::int8), text, level) == first);
        }
    }
}

TEST_CASE("a text beyond the longest is read up to there", "[nlu][encoder]") {
    if (is_skipped()) return;
    std::string text;
    for (int i = 0; i < 200; ++i) text += "money ";
    const auto& encoder = tests::installed_encoder(EncoderPrecision::int8);
    CHECK(tests::pools_of(encoder, text) == tests::pools_of(encoder, text + "and then some more"));
    CHECK(tests::pools_of(encoder, std::string(100000, 'z')).size() == SentenceEncoder::width);
    CHECK(std::isfinite(length_of(tests::pools_of(encoder, "\xFF\xFE \xC3(\x80"))));
}

TEST_CASE("threads that encode side by side get what one alone gets", "[nlu][encoder]") {
    if (is_skipped()) return;
    const auto& encoder = tests::installed_encoder(EncoderPrecision::int8);
    const auto texts = sentences();
    std::vector<std::vector<float>> alone;
    for (const std::string& text : texts) alone.push_back(tests::pools_of(encoder, text));
    std::array<int, 4> different{};
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < different.size(); ++t) {
        threads.emplace_back([&, t] {
            for (std::size_t i = 0; i < texts.size(); ++i) {
                const std::size_t at = (i + t * 7) % texts.size();
                different[t] += tests::pools_of(encoder, texts[at]) == alone[at] ? 0 : 1;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(different == std::array<int, 4>{});
}

TEST_CASE("an encoder comes back from its bytes", "[nlu][encoder]") {
    if (is_skipped()) return;
    const auto precision = GENERATE(EncoderPrecision::float32, EncoderPrecision::int8);
    const auto& encoder = tests::installed_encoder(precision);
    const std::string bytes = encoder.to_bytes();
    const auto again = read_back(bytes);
    REQUIRE(again.has_value());
    CHECK((*again)->precision() == precision);
    CHECK((*again)->to_bytes() == bytes);
    for (const std::string text : {"what is my balance?", "", "transf\xC3\xA9r: 10"}) {
        CHECK(tests::pools_of(**again, text) == tests::pools_of(encoder, text));
    }
    if (precision == EncoderPrecision::int8) CHECK(bytes.size() < 8'000'000);
}

TEST_CASE("an encoder keeps the memory behind its bytes alive", "[nlu][encoder]") {
    if (is_skipped()) return;
    const auto& encoder = tests::installed_encoder(EncoderPrecision::int8);
    auto bytes = std::make_shared<const std::string>(encoder.to_bytes());
    const std::weak_ptr<const std::string> watched = bytes;
    auto again = SentenceEncoder::from_bytes(std::as_bytes(std::span(*bytes)), bytes).value();
    bytes.reset();
    CHECK_FALSE(watched.expired());
    CHECK(tests::pools_of(*again, "hello") == tests::pools_of(encoder, "hello"));
    again.reset();
    CHECK(watched.expired());
}

TEST_CASE("bytes that make no encoder are an error", "[nlu][encoder]") {
    CHECK(read_back("").error().code == ErrorCode::bad_model);
    CHECK(read_back(std::string(1000, '\0')).error().code == ErrorCode::bad_model);
    CHECK(read_back(std::string(1000, '\1')).error().code == ErrorCode::bad_model);
    if (is_skipped()) return;
    const std::string bytes = tests::installed_encoder(EncoderPrecision::int8).to_bytes();
    for (const std::size_t size : {std::size_t{7}, std::size_t{100}, bytes.size() / 2, bytes.size() - 1}) {
        CHECK(read_back(bytes.substr(0, size)).error().code == ErrorCode::bad_model);
    }
    CHECK(read_back(bytes + "x").error().code == ErrorCode::bad_model);
}
