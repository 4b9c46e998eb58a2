#include "nlu/key_phrases.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace parlance;
using namespace parlance::nlu;

namespace {

using Phrases = std::vector<std::string>;

Phrases phrases_of(const std::string& text, const std::string& language = "en") {
    Phrases phrases;
    for (const KeyPhrase& one : find_key_phrases(text, Locale{language})) phrases.push_back(one.phrase);
    return phrases;
}

}  // namespace

TEST_CASE("key phrases are the runs of words that mean something", "[nlu][key_phrases]") {
    const auto [language, text, phrases] = GENERATE(table<std::string, std::string, Phrases>({
        {"en",
         "I'm looking for help with retirement planning and tax strategies",
         {"retirement planning", "tax strategies"}},
        {"en", "What is my account number and sort code?", {"account number", "sort code"}},
        {"en", "Don't touch my standing-order", {"standing-order", "touch"}},
        {"en", "Is the saver's allowance used up?", {"saver's allowance"}},
        {"en", "what do you want", {}},
        {"en", "", {}},
        {"de",
         "Ich brauche Hilfe bei der Altersvorsorge und mit Steuerstrategien",
         {"altersvorsorge", "steuerstrategien"}},
        {"de",
         "Wie hoch ist die jährliche Gebühr für die goldene Kreditkarte?",
         {"jährliche gebühr", "goldene kreditkarte", "hoch"}},
        {"de", "Was gibt es denn?", {}},
    }));
    CAPTURE(text);
    CHECK(phrases_of(text, language) == phrases);
}

TEST_CASE("a key phrase's span is where it was written", "[nlu][key_phrases]") {
    const std::string text = "Größere Fragen zur \xC3\x84nderung Ihrer Geb\xC3\xBChrenordnung";
    const auto phrases = find_key_phrases(text, Locale{"de"});
    REQUIRE(phrases.size() == 3);
    for (const KeyPhrase& one : phrases) {
        CHECK(one.score > 0);
        CHECK(one.score <= 1);
    }
    const auto changed = std::find_if(phrases.begin(), phrases.end(),
                                      [](const KeyPhrase& one) { return one.phrase == "\xC3\xA4nderung"; });
    REQUIRE(changed != phrases.end());
    CHECK(text.substr(changed->span.begin, changed->span.length()) == "\xC3\x84nderung");
}

TEST_CASE("phrases that differ by inflection only are one, and what is repeated counts more",
          "[nlu][key_phrases]") {
    CHECK(phrases_of("My tax strategy, or what tax strategies there are") == Phrases{"tax strategy"});
    CHECK(find_key_phrases("tax strategy or tax strategies", Locale{"en"}).front().score >
          find_key_phrases("tax strategy or home loan", Locale{"en"}).front().score);
    CHECK(phrases_of("Steuerstrategie oder Steuerstrategien", "de") == Phrases{"steuerstrategie"});
}

TEST_CASE("numbers, amounts, addresses and links are no key phrases", "[nlu][key_phrases]") {
    const std::string text =
        GENERATE("anna.lee@example.com", "ANNA_LEE", "50 euros", "80k", "fifty pounds",
                 "DE89 3704 0044 0532 0130 00", "+49 170 1234567", "https://example.com/anna",
                 "www.example.com", "12.05.2026", "q3", "me@home", "5%");
    CAPTURE(text);
    CHECK(phrases_of("is it " + text).empty());
}

TEST_CASE("at most five phrases of at most four words", "[nlu][key_phrases]") {
    CHECK(phrases_of("cards, loans, mortgages, pensions, taxes, budgets, cheques").size() ==
          most_key_phrases);
    for (const std::string& phrase :
         phrases_of("green pension savings plan mortgage insurance budget portfolio cheque")) {
        CHECK(std::count(phrase.begin(), phrase.end(), ' ') < static_cast<int>(longest_key_phrase));
    }
}

TEST_CASE("a word inside a better phrase is not told again", "[nlu][key_phrases]") {
    CHECK(phrases_of("my pension plan, the pension") == Phrases{"pension plan"});
}

TEST_CASE("any text gives spans inside it", "[nlu][key_phrases]") {
    const std::string text =
        GENERATE("\xF0\x9F\x98\x80 card \xF0\x9F\x98\x80", "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E",
                 "e\xCC\x81t\xC3\xA9 plan", "-- ' . @ --", "\xEF\xAC\x81nance");
    for (const KeyPhrase& one : find_key_phrases(text, Locale{"en"})) {
        CHECK(one.span.begin < one.span.end);
        CHECK(one.span.end <= text.size());
        CHECK_FALSE(one.phrase.empty());
    }
}
