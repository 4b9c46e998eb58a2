#include <catch2/catch.hpp>

#include "nlu/ambiguous_phrases.h"
#include "nlu/negation_reader.h"
#include "tests/intents/temporary_pack.h"
#include "tests/pack_root.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

const Locale en{"en"};
const Locale de{"de"};

const PackSource& banking() {
    static const PackSource source = [] {
        Findings findings;
        return PackSource::read(tests::pack_root(), findings);
    }();
    return source;
}

std::vector<std::string> codes_of(const Findings& findings) {
    std::vector<std::string> codes;
    for (const auto& finding : findings.sorted()) codes.push_back(finding.code + " " + finding.fix);
    return codes;
}

}  // namespace

TEST_CASE("what a message declines is what follows or precedes the words of declining", "[nlu][negation]") {
    Findings findings;
    const auto reader = NegationReader::load(banking(), findings);
    REQUIRE_FALSE(findings.has_errors());
    const auto [text, locale, declined] = GENERATE(table<std::string, Locale, std::string>({
        {"I don't want to transfer money", en, "transfer money"},
        {"I don\u2019t want to transfer money.", en, "transfer money"},
        {"ok but please don't block my card", en, "block my card"},
        {"I don't want to be charged again", en, ""},  // a complaint
        {"I want to transfer money", en, ""},
        {"I don't want to", en, ""},
        {"we don't wanted", en, ""},
        {"ich möchte kein Geld überweisen", de, "geld überweisen"},
        {"Geld überweisen will ich nicht", de, "geld überweisen"},
        {"ich will keine Gebühren zahlen", de, ""},
        {"", de, ""},
    }));
    CAPTURE(text);
    CHECK(reader.declined(text, locale).value_or("") == declined);
}

TEST_CASE("a leading no is a word of its own", "[nlu][negation]") {
    Findings findings;
    const auto reader = NegationReader::load(banking(), findings);
    CHECK(reader.begins_with_no("No, from savings", en));
    CHECK(reader.begins_with_no("nein", de));
    CHECK_FALSE(reader.begins_with_no("nobody called", en));
    CHECK_FALSE(reader.begins_with_no("", en));
    CHECK_FALSE(reader.begins_with_no("no", Locale{"fr"}));
}

TEST_CASE("a message that is nothing but an ambiguous word has several meanings", "[nlu][negation]") {
    Findings findings;
    const Pack pack = load_pack(banking(), findings);
    const auto phrases = AmbiguousPhrases::load(banking(), pack, findings);
    REQUIRE_FALSE(findings.has_errors());
    CHECK(phrases.meanings_of(" Card?", en).size() == 3);
    CHECK(phrases.meanings_of("KARTE", de).size() == 3);
    CHECK(phrases.meanings_of("card lost", en).empty());
    CHECK(phrases.meanings_of("?!", en).empty());
    CHECK(phrases.meanings_of("card", Locale{"fr"}).empty());
}

TEST_CASE("broken word lists are findings, all at once", "[nlu][negation]") {
    tests::TemporaryPack files;
    files.write_minimum();
    files.write("negation.json", R"({"en": {"no": ["no"], "decline": []}, "de": 3})");
    files.write("ambiguous.json",
                R"({"en": {"card": ["out_of_scop", "out_of_scope"], "tax": ["out_of_scope"]}})");
    Findings findings;
    const auto source = PackSource::read(files.root(), findings);
    const Pack pack = load_pack(source, findings);
    NegationReader::load(source, findings);
    AmbiguousPhrases::load(source, pack, findings);
    CHECK(codes_of(findings) == std::vector<std::string>{"E0340 did you mean \"out_of_scope\"?", "E0341 ",
                                                         "E0104 did you mean \"declines\"?", "E0330 "});
}
