#include "nlu/spelling.h"

#include <catch2/catch.hpp>

#include "nlu/trained_classifier.h"
#include "tests/nlu/classifier_fixture.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

const SpellingCorrector& corrector() {
    static const std::vector<std::string> texts{"what's my balance",
                                                "show the balance please",
                                                "balance of the account",
                                                "transfer money from here",
                                                "transfer it from there",
                                                "a transfer from the account",
                                                "meine überweisung bitte",
                                                "überweisung ausführen",
                                                "die überweisung fehlt",
                                                "bills are here",
                                                "my bills",
                                                "the bills",
                                                "rarely"};
    static const SpellingCorrector learnt = SpellingCorrector::learn(texts);
    return learnt;
}

std::string corrected(std::string_view text) {
    return corrector().corrected(text, [](std::string_view word) { return word == "ballance"; });
}

}  // namespace

TEST_CASE("a slip of the hand becomes the training word beside it", "[nlu][spelling]") {
    const auto [text, better] = GENERATE(table<std::string, std::string>({
        {"balnce", "balance"},               // left out
        {"balannce", "balance"},             // doubled
        {"balacne", "balance"},              // swapped
        {"balamce", "balance"},              // another
        {"abalnce of it", "abalnce of it"},  // two slips
        {"Trasnfer  MONEY, plaese the accout!", "transfer  MONEY, plaese the accout!"},
        {"meine Überweisng", "meine überweisung"},
        {"ÜBERWEISUNGG", "überweisung"},
    }));
    CHECK(corrected(text) == better);
}

TEST_CASE("what may be meant as it stands stays", "[nlu][spelling]") {
    const std::string text =
        GENERATE(as<std::string>(), "", "balance", "ballance", "beverly hills", "fro you", "frim here", "the",
                 "b4lance", "rarelly", "\xF0\x9F\x98\xA1 12 %");
    CHECK(corrected(text) == text);
    CHECK(SpellingCorrector().corrected(text, [](std::string_view) { return false; }) == text);
}

TEST_CASE("a corrector survives its model file, and a damaged one is noticed", "[nlu][spelling]") {
    SectionWriter writer;
    corrector().write(writer);
    const std::string bytes = writer.take();
    const auto read = [](const std::string& from, SpellingCorrector& into) {
        SectionReader reader(std::as_bytes(std::span(from)), nullptr);
        return into.read(reader);
    };
    SpellingCorrector again;
    REQUIRE(read(bytes, again));
    CHECK(again.corrected("balnce", [](std::string_view) { return false; }) == "balance");
    SpellingCorrector damaged;
    CHECK_FALSE(read(bytes.substr(0, bytes.size() - 5), damaged));
}

TEST_CASE("a classifier reads through slips and capitals", "[nlu][spelling][classifier]") {
    static const auto outcome = train_classifier(tests::small_training_set(), tests::small_options()).value();
    const auto best = [](std::string_view text) {
        return outcome.classifier->classify(text, Locale{"en"}).front();
    };
    CHECK(best("WHATS MY ACCOUNT BALANCE") == best("whats my account balance"));
    CHECK(best("whats my accuont balanec") == best("whats my account balance"));
}
