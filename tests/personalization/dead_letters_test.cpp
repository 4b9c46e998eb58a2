#include "personalization/storage/dead_letters.h"

#include <catch2/catch.hpp>

#include "dialogue/storage/temporary_folder.h"

using namespace parlance;
using namespace parlance::personalization;

namespace {

DeadLetter letter(std::string text, DeadReason reason = DeadReason::unreadable) {
    return {reason, "1:1: no event", std::move(text), TimePoint{std::chrono::seconds{1}}, 0};
}

std::vector<std::string> texts_of(const Result<std::vector<DeadLetter>>& letters) {
    REQUIRE(letters.has_value());
    std::vector<std::string> texts;
    for (const DeadLetter& each : *letters) texts.push_back(each.text);
    return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("dead letters outlive the program, each text once, in the order they came",
          "[personalization][ingest]") {
    const auto folder = dialogue::TemporaryFolder::make();
    REQUIRE(folder.has_value());
    const auto file = folder->path() / "dead_letters.db";
    const std::string odd("caf\xc3\xa9 '\"; --\0 \xff", 16);
    {
        const auto dead = DeadLetters::open(file);
        REQUIRE(dead.has_value());
        REQUIRE((*dead)->keep(std::vector{letter("b"), letter(odd, DeadReason::late)}).has_value());
        REQUIRE((*dead)->keep(std::vector{letter("a"), letter("b", DeadReason::late)}).has_value());
        REQUIRE((*dead)->keep({}).has_value());
    }
    const auto letters = DeadLetters::open(file).value()->all();
    CHECK(texts_of(letters) == Texts{"b", odd, "a"});
    CHECK(letters->at(0).reason == DeadReason::unreadable);
    CHECK(letters->at(1).reason == DeadReason::late);
    CHECK(letters->at(1).received == TimePoint{std::chrono::seconds{1}});
}

TEST_CASE("a letter is a customer's when it holds his id as a word", "[personalization][ingest]") {
    const auto [text, is_his] = GENERATE(table<std::string, bool>({
        {R"({"subject":"C1"})", true},
        {R"({"subject":"C10"})", false},
        {R"({"subject":"XC1"})", false},
        {R"({"subject":"C10","note":"C1"})", true},
        {"C1", true},
        {"C1\xc3\xa9", false},
        {"", false},
    }));
    CAPTURE(text);
    const auto dead = DeadLetters::open(":memory:");
    REQUIRE((*dead)->keep(std::vector{letter(text)}).has_value());
    CHECK((*dead)->mentioning({"C1"})->size() == (is_his ? 1 : 0));
}

TEST_CASE("removed letters are gone from the file", "[personalization][ingest]") {
    const auto folder = dialogue::TemporaryFolder::make();
    const auto dead = DeadLetters::open(folder->path() / "dead_letters.db");
    REQUIRE((*dead)->keep(std::vector{letter("first"), letter("second")}).has_value());
    const auto all = (*dead)->all();
    REQUIRE((*dead)->remove(std::vector{all->front()}).value() == 1);
    CHECK((*dead)->remove(std::vector{all->front()}).value() == 0);
    CHECK(texts_of((*dead)->all()) == Texts{"second"});
}

TEST_CASE("a place that takes no file is refused by name", "[personalization][ingest]") {
    const auto dead = DeadLetters::open("/no/such/folder/dead_letters.db");
    REQUIRE(dead.has_error());
    CHECK(dead.error().code == ErrorCode::storage_failed);
    CHECK_THAT(dead.error().detail, Catch::Contains("/no/such/folder"));
}
