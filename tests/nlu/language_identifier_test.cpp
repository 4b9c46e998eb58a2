#include "nlu/language_identifier.h"

#include <catch2/catch.hpp>

#include "intents/pack.h"
#include "nlu/labelled_text.h"
#include "nlu/normaliser.h"
#include "tests/pack_root.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

struct Texts {
    std::vector<std::string> folded;
    std::vector<std::string> languages;
};

const LanguageIdentifier& of_pack() {
    static const LanguageIdentifier identifier = [] {
        Findings findings;
        const Pack pack = load_pack(PackSource::read(tests::pack_root(), findings), findings);
        Texts texts;
        for (const LabelledText& text : labelled_texts_of(pack)) {
            texts.folded.push_back(fold(text.text));
            texts.languages.push_back(text.language);
        }
        return *LanguageIdentifier::train(texts.folded, texts.languages, 1).value();
    }();
    return identifier;
}

}  // namespace

TEST_CASE("a message's language is told by its words", "[nlu][language][pack]") {
    const auto [text, language] = GENERATE(table<std::string, std::string>({
        {"what is the balance of my current account", "en"},
        {"Wie hoch ist der Stand meines Girokontos", "de"},
        {"please send 50 euros to Anna", "en"},
        {"bitte 50 Euro an Anna schicken", "de"},
        {"ich hab da mal ne frage wegen dem kredit", "de"},
        {"got a quick question about the loan", "en"},
    }));
    CAPTURE(text);
    const LanguageScore score = of_pack().identify(fold(text));
    CHECK(score.tag == language);
    CHECK(score.confidence > 0.7F);
    CHECK(score.confidence <= 1);
}

TEST_CASE("one language needs no telling", "[nlu][language]") {
    const std::vector<std::string> texts{"hello", "good morning", "hi"};
    const std::vector<std::string> languages =
        GENERATE(std::vector<std::string>{"en", "en", "en"}, std::vector<std::string>{"", "", ""},
                 std::vector<std::string>{"", "en", ""});
    const auto identifier = LanguageIdentifier::train(texts, languages, 1);
    REQUIRE(identifier.has_value());
    CHECK_FALSE(identifier->has_value());
}

TEST_CASE("an identifier survives its model file, and a damaged one is noticed", "[nlu][language][pack]") {
    SectionWriter writer;
    of_pack().write(writer);
    const std::string bytes = writer.take();
    SectionReader reader(std::as_bytes(std::span(bytes)), nullptr);
    const auto again = LanguageIdentifier::read(reader);
    REQUIRE(again.has_value());
    CHECK(again->identify("guten tag") == of_pack().identify("guten tag"));
    SectionReader cut(std::as_bytes(std::span(bytes).first(bytes.size() / 2)), nullptr);
    CHECK_FALSE(LanguageIdentifier::read(cut).has_value());
}
