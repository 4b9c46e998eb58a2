#include "nlu/near_phrases.h"

#include <catch2/catch.hpp>

#include "intents/edit_distance.h"

using namespace parlance;
using namespace parlance::nlu;

namespace {

NearPhrases accounts() {
    NearPhrases phrases;
    phrases.add("savings", "savings");
    phrases.add("savings account", "savings");
    phrases.add("current account", "current");
    phrases.add("fixed deposit", "fixed");
    phrases.add("Festgeldanlage", "fixed");
    phrases.add("giro", "current");
    return phrases;
}

std::string nearest(const std::string& text, const KnownWords& known = {}) {
    const auto words = spanned_words(text);
    const auto phrases = accounts();
    const auto match = phrases.nearest_at(words, 0, known);
    return match.value == nullptr ? "-" : *match.value + "/" + std::to_string(match.words);
}

}  // namespace

TEST_CASE("edits between two words, neighbours swapped counted once", "[intents]") {
    const auto [left, right, edits] = GENERATE(table<std::string, std::string, std::size_t>({
        {"", "", 0},
        {"", "abc", 3},
        {"abc", "abc", 0},
        {"abc", "acb", 1},
        {"abcd", "acbd", 1},
        {"kitten", "sitting", 3},
        {"savings", "svaings", 1},
        {"savings", "saving", 1},
        {"ca", "abc", 3},
    }));
    CAPTURE(left, right);
    CHECK(edit_distance(left, right) == edits);
    CHECK(edit_distance(right, left) == edits);
}

TEST_CASE("a misspelt value counts when its word is long enough and begins alike", "[nlu][entities]") {
    const auto [text, found] = GENERATE(table<std::string, std::string>({
        {"savngs", "savings/1"},
        {"svaings please", "savings/1"},
        {"savings acount", "savings/1"},
        {"curent account", "current/2"},
        {"festgeldnlage", "fixed/1"},
        {"festgldnlage", "fixed/1"},  // two edits of a long word
        {"savgs", "-"},               // two edits of a short one
        {"givo", "-"},                // four letters
        {"havings", "-"},             // another first letter
        {"fixed", "-"},               // half a phrase
    }));
    CAPTURE(text);
    CHECK(nearest(text) == found);
}

TEST_CASE("a word that the pack knows is no slip", "[nlu][entities]") {
    CHECK(nearest("saving") == "savings/1");
    CHECK(nearest("saving", {"saving"}) == "-");
}

TEST_CASE("between two values that are as near none is chosen", "[nlu][entities]") {
    NearPhrases phrases;
    phrases.add("marine", "sea");
    phrases.add("marina", "harbour");
    const KnownWords known;
    CHECK(phrases.nearest_at(spanned_words("marinx"), 0, known).value == nullptr);
    CHECK(phrases.nearest_at(spanned_words("marrine"), 0, known).value != nullptr);
}
